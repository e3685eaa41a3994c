using BillingClients.Testing;

namespace BillingClients.Hosting.Tests;

/// <summary>The service defaults' resilience handler is removed from the billing clients, and the log says so.</summary>
public sealed class DefaultsTests
{
    public static TheoryData<string, Resilience> Cases =>
    [
        .. from provider in DiscoveredProvider.All
           from way in (Resilience[])[Resilience.Defaults, Resilience.DefaultsAfterTheClients]
           select new TheoryDataRow<string, Resilience>(provider.Name, way),
    ];

    [Theory(Timeout = WriteCase.Hung)]
    [MemberData(nameof(Cases))]
    public async Task A_read_is_sent_once_when_the_client_has_one_attempt(string provider, Resilience way)
    {
        CancellationToken token = TestContext.Current.CancellationToken;
        await using AspireApp app = await AspireApp.StartAsync(way, static options => options.MaxAttempts = 1);
        app.Simulator[provider].Fault(SimulatedFault.ErrorBeforeCommit(503));

        BillingProviderException failure = await Should.ThrowAsync<BillingProviderException>(
            () => app.Client(provider).ListPageAsync(new CustomerListRequest(), cancellationToken: token));

        failure.StatusCode.ShouldBe(503);
        app.Simulator[provider].Requests.ShouldHaveSingleItem();
    }

    [Theory(Timeout = WriteCase.Hung)]
    [MemberData(nameof(Cases))]
    public async Task The_log_says_once_that_the_handler_was_removed(string provider, Resilience way)
    {
        CancellationToken token = TestContext.Current.CancellationToken;
        await using AspireApp app = await AspireApp.StartAsync(way);

        for (int i = 0; i < 3; i++)
        {
            await app.Client(provider).ListPageAsync(new CustomerListRequest(), cancellationToken: token);
        }

        app.Logs.All.Count(line => line == $"Information: {provider}: removed ResilienceHandler, which the application adds to all of its HTTP clients. This client retries by itself.")
            .ShouldBe(1);
    }
}
