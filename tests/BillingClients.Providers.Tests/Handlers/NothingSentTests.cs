using System.Net;
using System.Net.Sockets;
using BillingClients.Providers.Tests.All;
using BillingClients.Testing;
using Microsoft.Extensions.Time.Testing;

namespace BillingClients.Providers.Tests.Handlers;

/// <summary>A connection that never comes up carries nothing, so nothing is open. What was sent stays open, whatever a handler does with the body.</summary>
public sealed class NothingSentTests
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(100);

    public static TheoryData<string, bool> Ways =>
        [.. from provider in DiscoveredProvider.All from logged in (bool[])[true, false] select new TheoryDataRow<string, bool>(provider.Name, logged)];

    public static TheoryData<string, bool> WaysToDelete => new MatrixTheoryData<string, bool>(
        DiscoveredProvider.All.Where(static provider => provider.Descriptor.Capabilities.DeleteEffect != DeleteEffect.None)
            .Select(static provider => provider.Name),
        [false, true]);

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_handshake_that_is_never_answered_is_a_failed_connection(string provider, bool logged)
    {
        using MuteServer mute = new();
        await using HandlerBench bench = await HandlerBench.StartAsync(provider, logged ? AppHandler.BodyLog : null, options =>
        {
            options.BaseAddress = mute.Address;
            options.ConnectTimeout = Short;
            options.MaxAttempts = 2;
        });

        BillingConnectionException failure = await Should.ThrowAsync<BillingConnectionException>(() => bench.CreateAsync());

        failure.Message.ShouldContain("could be made within ConnectTimeout");
        failure.OutcomeUnknown.ShouldBeFalse();
        failure.IsTransient.ShouldBeTrue();
        failure.Attempts.ShouldBe(2);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task An_attempt_whose_time_ends_while_it_connects_has_sent_nothing(string provider, bool logged)
    {
        using MuteServer mute = new();
        await using HandlerBench bench = await HandlerBench.StartAsync(provider, logged ? AppHandler.BodyLog : null, options =>
        {
            options.BaseAddress = mute.Address;
            options.AttemptTimeout = Short;
            options.MaxAttempts = 1;
        });
        Customer someone = new() { Provider = provider, Id = "cust_1", ExternalId = "crm-1815" };

        (await Should.ThrowAsync<BillingTimeoutException>(() => bench.CreateAsync())).OutcomeUnknown.ShouldBeFalse();
        (await Should.ThrowAsync<BillingTimeoutException>(() => bench.UpdateAsync(someone))).OutcomeUnknown.ShouldBeFalse();
        if (bench.Client.Provider.Capabilities.DeleteEffect != DeleteEffect.None)
        {
            (await Should.ThrowAsync<BillingTimeoutException>(() => bench.DeleteAsync(someone))).OutcomeUnknown.ShouldBeFalse();
        }
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_write_that_was_sent_and_never_answered_is_open(string provider, bool logged)
    {
        FakeTimeProvider clock = new(TimeProvider.System.GetUtcNow());
        await using HandlerBench bench = await HandlerBench.StartAsync(
            provider, logged ? AppHandler.BodyLog : null, static options => options.MaxAttempts = 1, clock: clock);
        Customer customer = await bench.CreateAsync();
        bench.Provider.Fault(SimulatedFault.StallInHeaders, HandlerBench.IsWrite);

        Task<Customer> update = bench.UpdateAsync(customer);
        await bench.Simulator.Faults.WhenStalledAsync(cancellationToken: TestContext.Current.CancellationToken);
        clock.Advance(TimeSpan.FromMinutes(1));

        (await Should.ThrowAsync<BillingTimeoutException>(() => update)).OutcomeUnknown.ShouldBeTrue();
    }

    // The runtime sends a request without a body again when the server closes a connection that was used before.
    [Theory]
    [MemberData(nameof(WaysToDelete))]
    public async Task A_delete_on_a_connection_that_breaks_is_sent_once(string provider, bool logged)
    {
        await using HandlerBench bench = await HandlerBench.StartAsync(
            provider, logged ? AppHandler.BodyLog : null, static options => options.MaxAttempts = 1);
        Customer customer = await bench.CreateAsync();
        bench.Simulator.Journal.Clear();
        bench.LoseAWrite();

        BillingConnectionException failure = await Should.ThrowAsync<BillingConnectionException>(() => bench.DeleteAsync(customer));

        failure.OutcomeUnknown.ShouldBeTrue();
        bench.Writes.ShouldHaveSingleItem();
    }

    /// <summary>Takes connections and says nothing.</summary>
    private sealed class MuteServer : IDisposable
    {
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

        public MuteServer() => _listener.Start();

        public Uri Address => new($"https://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/v1");

        public void Dispose() => _listener.Dispose();
    }
}
