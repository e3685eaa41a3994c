using System.Net;
using BillingClients.Security.Tests.Fixtures;
using BillingClients.Security.Tests.Subjects;
using Microsoft.Extensions.DependencyInjection;

namespace BillingClients.Security.Tests.Limits;

/// <summary>However much a server sends, a call reads and holds no more than the limits allow.</summary>
public sealed class MemoryTests
{
    private const int Megabyte = 1024 * 1024;

    [Theory]
    [MemberData(nameof(Subject.Names), MemberType = typeof(Subject))]
    public async Task A_body_without_end_is_read_to_the_limit_and_held_within_a_few_times_of_it(string subject)
    {
        // Buffers double on the way to the limit and may be rounded up to twice its size.
        await HoldsAsync(subject, HttpStatusCode.OK, mostRead: 16 * Megabyte, mostBytes: 48 * Megabyte);
    }

    [Theory]
    [MemberData(nameof(Subject.Names), MemberType = typeof(Subject))]
    public async Task An_error_without_end_is_read_to_what_is_kept_of_it(string subject)
    {
        await HoldsAsync(subject, HttpStatusCode.NotFound, mostRead: 32 * 1024, mostBytes: Megabyte);
    }

    private static async Task HoldsAsync(string subject, HttpStatusCode status, long mostRead, long mostBytes)
    {
        EndlessContent endless = new(status);
        await using Bench bench = await Bench.StartAsync(subject, http: http => http.ConfigurePrimaryHttpMessageHandler(() => endless));
        foreach (Operation operation in Operation.Of(bench.Client))
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            BillingException? failure = null;
            try
            {
                await bench.RunAsync(operation, "crm-1815");
            }
            catch (BillingException thrown)
            {
                failure = thrown;
            }

            long bytes = GC.GetAllocatedBytesForCurrentThread() - before;
            failure.ShouldNotBeNull(operation.Name);
            endless.Read.ShouldBeInRange(1, mostRead, operation.Name);
            bytes.ShouldBeInRange(1, mostBytes, operation.Name);
        }
    }
}
