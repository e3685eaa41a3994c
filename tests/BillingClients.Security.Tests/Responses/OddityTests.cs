using System.Net;
using BillingClients.Security.Tests.Fixtures;
using BillingClients.Security.Tests.Subjects;
using Microsoft.Extensions.DependencyInjection;

namespace BillingClients.Security.Tests.Responses;

/// <summary>A server that does not keep to HTTP cannot make a call end in anything but a result or a <see cref="BillingException"/>.</summary>
public sealed class OddityTests
{
    /// <summary>The providers, with compression as it is and as an application may switch it on.</summary>
    public static TheoryData<string, DecompressionMethods> Rows => new MatrixTheoryData<string, DecompressionMethods>(
        Subject.All.Select(static subject => subject.Name), [DecompressionMethods.None, DecompressionMethods.All]);

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Odd_bytes_end_in_a_result_or_a_billing_exception(string subject, DecompressionMethods compression)
    {
        byte[] bytes = [];
        await using LiteralServer server = new((stream, token) => stream.WriteAsync(bytes, token).AsTask());
        await using Bench bench = await Bench.StartAsync(
            subject,
            options =>
            {
                options.BaseAddress = server.Address;
                options.MaxResponseBytes = 64 * 1024;
            },
            http => http.UseSocketsHttpHandler((handler, _) =>
            {
                handler.AutomaticDecompression = compression;
                handler.PooledConnectionLifetime = TimeSpan.Zero;
            }));
        Dictionary<string, int> read = [];
        foreach (Golden golden in (await GoldenSet.OfAsync(subject)).Where(static golden => golden.Case is Golden.Success or "not found" && golden.Answers is [{ Body.Length: > 0 }]))
        {
            foreach (Oddity oddity in Oddity.For(compression))
            {
                bytes = oddity.Bytes(golden.Answers[0]);
                string what = $"{subject}, {golden}, {oddity}";
                BillingException? failure = await Outcome.OfAsync(() => bench.RunAsync(golden.Operation, golden.Key), subject, () => what);
                read[oddity.Name] = read.GetValueOrDefault(oddity.Name) + (failure is null ? 1 : 0);
            }
        }

        read["as it should be"].ShouldBeGreaterThan(2);
        read["chunks of one byte"].ShouldBe(read["as it should be"]);
        read["gzip"].ShouldBe(read["as it should be"]);
    }
}
