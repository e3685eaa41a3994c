using BillingClients.Providers.Tests.All;
using BillingClients.Testing;

namespace BillingClients.Providers.Tests.Handlers;

/// <summary>An application has added a retry handler to this client. A write that it sends again is stopped, and its outcome stays open until it is known.</summary>
public sealed class RepeatedWriteTests
{
    [Theory]
    [MemberData(nameof(ProviderCase.Names), MemberType = typeof(ProviderCase))]
    public async Task A_create_whose_answer_is_lost_makes_one_customer(string provider)
    {
        await using HandlerBench bench = await HandlerBench.StartAsync(provider, AppHandler.Retry);
        bench.LoseAWrite();

        Customer customer = await bench.CreateAsync();

        bench.Provider.Customers.ShouldHaveSingleItem().Id.ShouldBe(customer.Id);
    }

    [Theory]
    [MemberData(nameof(ProviderCase.Names), MemberType = typeof(ProviderCase))]
    public async Task An_update_that_is_repeated_is_stopped_with_the_cause(string provider)
    {
        await using HandlerBench bench = await HandlerBench.StartAsync(provider, AppHandler.Retry, static options => options.MaxAttempts = 1);
        Customer customer = await bench.CreateAsync();
        int before = bench.Writes.Count;
        bench.LoseAWrite();

        BillingConnectionException stopped = await Should.ThrowAsync<BillingConnectionException>(() => bench.UpdateAsync(customer));

        stopped.Message.ShouldContain("a handler that the application added to this client tried to send the same write again");
        stopped.OutcomeUnknown.ShouldBeTrue();
        bench.Writes.Count.ShouldBe(before + 1);
    }

    [Theory]
    [MemberData(nameof(ProviderCase.Names), MemberType = typeof(ProviderCase))]
    public async Task A_write_that_never_left_may_be_sent_again(string provider)
    {
        int dials = 0;
        ProviderSimulator? simulator = null;
        await using HandlerBench bench = await HandlerBench.StartAsync(
            provider,
            AppHandler.Retry,
            static options => options.MaxAttempts = 1,
            http => Microsoft.Extensions.DependencyInjection.HttpClientBuilderExtensions.ConfigurePrimaryHttpMessageHandler(http, () => new SocketsHttpHandler
            {
                PooledConnectionLifetime = TimeSpan.Zero,
                ConnectCallback = (context, token) => ++dials == 1 ? throw new IOException("unplugged") : simulator!.ConnectAsync(context, token),
            }));
        simulator = bench.Simulator;

        await bench.CreateAsync();

        bench.Writes.ShouldHaveSingleItem();
    }

    [Theory]
    [MemberData(nameof(ProviderCase.Names), MemberType = typeof(ProviderCase))]
    public async Task A_read_may_be_repeated_and_has_each_header_once(string provider)
    {
        await using HandlerBench bench = await HandlerBench.StartAsync(provider, AppHandler.Retry, static options => options.MaxAttempts = 1);
        Customer customer = await bench.CreateAsync();
        bench.Simulator.Journal.Clear();
        bench.Provider.Fault(SimulatedFault.ErrorBeforeCommit(503));

        await bench.GetAsync(customer, new CallOptions { Headers = new Dictionary<string, string> { ["X-Trace"] = "1" } });

        bench.Provider.Requests.Count.ShouldBe(2);
        foreach (string header in (string[])[DiscoveredProvider.Called(provider).KeyHeader, "User-Agent", "Accept", "X-Trace"])
        {
            bench.Provider.Requests.ShouldAllBe(request => request.Headers.Count(each => Is(each.Key, header)) == 1 && !request.Header(header)!.Contains(','), header);
        }
    }

    // A client-side rate limit inside of a retry handler: its refusal is not about the write, which was sent.
    [Theory]
    [MemberData(nameof(ProviderCase.Names), MemberType = typeof(ProviderCase))]
    public async Task An_answer_that_a_handler_makes_up_after_a_lost_write_does_not_settle_it(string provider)
    {
        await using HandlerBench bench = await HandlerBench.StartAsync(
            provider,
            static () => new AppHandler(static async (_, send, _) =>
            {
                try
                {
                    return await send();
                }
                catch (HttpRequestException)
                {
                    return new HttpResponseMessage(System.Net.HttpStatusCode.TooManyRequests);
                }
            }),
            static options => options.MaxAttempts = 1);
        Customer customer = await bench.CreateAsync();
        bench.LoseAWrite();

        BillingRateLimitException failure = await Should.ThrowAsync<BillingRateLimitException>(() => bench.UpdateAsync(customer));

        failure.OutcomeUnknown.ShouldBeTrue();
    }

    private static bool Is(string name, string other) => string.Equals(name, other, StringComparison.OrdinalIgnoreCase);
}
