using BillingClients.Security.Tests.Fixtures;
using BillingClients.Security.Tests.Subjects;

namespace BillingClients.Security.Tests.Limits;

/// <summary>What becomes part of a request's head has a longest length.</summary>
public sealed class RequestLimitTests
{
    private static CancellationToken None => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Subject.Names), MemberType = typeof(Subject))]
    public async Task Texts_are_taken_to_their_longest_length_and_refused_above_it(string subject)
    {
        await using Bench bench = await Bench.StartAsync(subject);
        foreach (Operation operation in Operation.Of(bench.Client))
        {
            await TriesAsync(bench, 255, text => bench.RunAsync(operation, "crm-1815", WithKey(text)));
            if (operation.KeyKind is not null)
            {
                await TriesAsync(bench, 1024, text => bench.RunAsync(operation, text));
            }
        }

        FilterSupport filters = bench.Client.Provider.Capabilities.Filters;
        if (filters.ExternalId != Support.Unsupported)
        {
            await TriesAsync(bench, 4096, text => ListAsync(bench, new CustomerListRequest { ExternalId = text }));
        }

        if (filters.Email != Support.Unsupported)
        {
            await TriesAsync(bench, 4096, text => ListAsync(bench, new CustomerListRequest { Email = $"{text[..^5]}@a.de" }));
        }

        await RefusesAsync(bench, () => ListAsync(bench, new CustomerListRequest { PageToken = new string('1', 4097) }));
    }

    private static async Task TriesAsync(Bench bench, int longest, Func<string, Task> call)
    {
        bench.Simulator.Journal.Clear();
        await Record.ExceptionAsync(() => call(new string('x', longest)));
        bench.Simulator.Journal.Count.ShouldBeGreaterThan(0);
        await RefusesAsync(bench, () => call(new string('x', longest + 1)));
    }

    // Not every operation takes a key; where none is taken, it is ignored only if it could be sent.
    private static CallOptions WithKey(string text) => new() { IdempotencyKey = text, UnsupportedFields = UnsupportedFields.Ignore };

    private static async Task RefusesAsync(Bench bench, Func<Task> call)
    {
        bench.Simulator.Journal.Clear();
        (await Should.ThrowAsync<BillingValidationException>(call)).StatusCode.ShouldBeNull();
        bench.Simulator.Journal.ShouldBeEmpty();
    }

    private static Task<CustomerPage> ListAsync(Bench bench, CustomerListRequest request) => bench.Client.ListPageAsync(request, cancellationToken: None);
}
