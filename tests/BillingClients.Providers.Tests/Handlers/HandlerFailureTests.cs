using BillingClients.Providers.Tests.All;
using BillingClients.Providers.Tests.Messages;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace BillingClients.Providers.Tests.Handlers;

/// <summary>What a handler of the application throws reaches the caller inside of a <see cref="BillingException"/> that says whether something was sent.</summary>
public sealed class HandlerFailureTests
{
    public static TheoryData<string, Func<Exception>> Failures =>
        [.. from provider in DiscoveredProvider.All from failure in Thrown select new TheoryDataRow<string, Func<Exception>>(provider.Name, failure)];

    private static Func<Exception>[] Thrown =>
    [
        static () => new BrokenCircuitException(), static () => new TimeoutRejectedException(), static () => new InvalidOperationException("no token"),
        static () => new ArgumentException("no tenant"), static () => new UnauthorizedAccessException(), static () => new ObjectDisposedException("token cache"),
    ];

    [Theory]
    [MemberData(nameof(Failures), DisableDiscoveryEnumeration = true)]
    public async Task Before_sending_it_says_that_nothing_was_changed(string provider, Func<Exception> make)
    {
        Exception cause = make();
        bool fails = false;
        await using HandlerBench bench = await HandlerBench.StartAsync(
            provider, () => new AppHandler((_, send, _) => fails ? throw cause : send()), static options => options.MaxAttempts = 1);
        Customer customer = await bench.CreateAsync();
        bench.Simulator.Journal.Clear();
        fails = true;

        foreach (Func<Task> write in Writes(bench, customer))
        {
            BillingConnectionException failure = await Should.ThrowAsync<BillingConnectionException>(write);
            failure.InnerException.ShouldBeSameAs(cause);
            failure.OutcomeUnknown.ShouldBeFalse();
            failure.ShouldTellItsEffect();
        }

        (await Should.ThrowAsync<BillingConnectionException>(() => bench.GetAsync(customer))).InnerException.ShouldBeSameAs(cause);
        bench.Simulator.Journal.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Failures), DisableDiscoveryEnumeration = true)]
    public async Task After_sending_it_says_that_the_write_may_have_taken_effect(string provider, Func<Exception> make)
    {
        bool fails = false;
        await using HandlerBench bench = await HandlerBench.StartAsync(
            provider,
            () => new AppHandler(async (request, send, _) =>
            {
                using HttpResponseMessage answer = await send();
                return fails && request.Method != HttpMethod.Get && !request.RequestUri!.AbsolutePath.EndsWith("/search", StringComparison.Ordinal)
                    ? throw make()
                    : Copy(answer);
            }),
            static options => options.MaxAttempts = 1);
        Customer customer = await bench.CreateAsync();
        fails = true;

        BillingException open = await Should.ThrowAsync<BillingException>(() => bench.UpdateAsync(customer));

        open.OutcomeUnknown.ShouldBeTrue();
    }

    [Theory]
    [MemberData(nameof(ProviderCase.Names), MemberType = typeof(ProviderCase))]
    public async Task A_create_whose_answer_a_handler_cannot_log_is_found(string provider)
    {
        int writes = 0;
        await using HandlerBench bench = await HandlerBench.StartAsync(provider, () => new AppHandler(async (request, send, _) =>
        {
            HttpResponseMessage answer = await send();
            return request.Method == HttpMethod.Post && ++writes == 1 ? throw new FormatException("the log") : answer;
        }));

        Customer customer = await bench.CreateAsync();

        bench.Provider.Customers.ShouldHaveSingleItem().Id.ShouldBe(customer.Id);
    }

    [Theory]
    [MemberData(nameof(ProviderCase.Names), MemberType = typeof(ProviderCase))]
    public async Task A_circuit_that_is_open_is_tried_again(string provider)
    {
        int calls = 0;
        await using HandlerBench bench = await HandlerBench.StartAsync(
            provider, () => new AppHandler((_, send, _) => ++calls == 1 ? throw new BrokenCircuitException() : send()));

        await bench.CreateAsync();

        bench.Provider.Customers.Count.ShouldBe(1);
    }

    private static IEnumerable<Func<Task>> Writes(HandlerBench bench, Customer customer) =>
    [
        () => bench.CreateAsync(),
        () => bench.UpdateAsync(customer),
        .. bench.Client.Provider.Capabilities.DeleteEffect == DeleteEffect.None ? Enumerable.Empty<Func<Task>>() : [() => bench.DeleteAsync(customer)],
    ];

    private static HttpResponseMessage Copy(HttpResponseMessage answer) => new(answer.StatusCode)
    {
        Content = new ByteArrayContent(answer.Content.ReadAsByteArrayAsync().GetAwaiter().GetResult()),
    };
}
