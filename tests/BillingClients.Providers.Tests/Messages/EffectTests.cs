using System.Net;
using BillingClients.Providers.Tests.All;
using BillingClients.Providers.Tests.Handlers;
using BillingClients.Testing;
using Microsoft.Extensions.Time.Testing;

namespace BillingClients.Providers.Tests.Messages;

/// <summary>The message of a failed write says whether it took effect: it did not, or this is unknown. It agrees with <see cref="BillingException.OutcomeUnknown"/>.</summary>
public sealed class EffectTests
{
    public static TheoryData<string, OperationKind, string> Failures =>
    [
        .. from provider in DiscoveredProvider.All
           from write in WritesOf(provider)
           from failed in FailedWrite.All
           select new TheoryDataRow<string, OperationKind, string>(provider.Name, write, failed.Name),
    ];

    public static TheoryData<string, OperationKind> Writes =>
        [.. from provider in DiscoveredProvider.All from write in WritesOf(provider) select new TheoryDataRow<string, OperationKind>(provider.Name, write)];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task A_failed_write_says_whether_it_took_effect(string provider, OperationKind write, string way)
    {
        FailedWrite failed = FailedWrite.Called(way);
        await using HandlerBench bench = await HandlerBench.StartAsync(provider, set: options => options.MaxAttempts = failed.Answers.Length);
        Func<Task> call = await PrepareAsync(bench, write);
        failed.Script(bench.Provider);

        BillingException failure = await Should.ThrowAsync<BillingException>(call);

        failure.OutcomeUnknown.ShouldBe(failed.IsUnknown, failure.Message);
        failure.ShouldTellItsEffect();
        bench.Provider.PendingScripts.ShouldBe(0);
    }

    [Theory]
    [MemberData(nameof(Writes))]
    public async Task A_write_that_is_not_answered_in_time_says_so(string provider, OperationKind write)
    {
        FakeTimeProvider clock = new(TimeProvider.System.GetUtcNow());
        await using HandlerBench bench = await HandlerBench.StartAsync(provider, set: static options => options.MaxAttempts = 1, clock: clock);
        Func<Task> call = await PrepareAsync(bench, write);
        bench.Provider.Fault(SimulatedFault.StallBeforeCommit, HandlerBench.IsWrite);

        Task running = call();
        await bench.Simulator.Faults.WhenStalledAsync(cancellationToken: Token);
        clock.Advance(TimeSpan.FromMinutes(10));

        BillingException failure = await Should.ThrowAsync<BillingException>(() => running);
        failure.OutcomeUnknown.ShouldBeTrue();
        failure.ShouldTellItsEffect();
    }

    [Theory]
    [MemberData(nameof(Writes))]
    public async Task A_write_without_a_key_took_no_effect(string provider, OperationKind write)
    {
        bool hasKey = true;
        string? key = null;
        await using HandlerBench bench = await HandlerBench.StartAsync(provider, set: options =>
        {
            key = options.ApiKey;
            options.ApiKey = null;
            options.ApiKeyProvider = _ => hasKey ? new(key!) : throw new InvalidOperationException("the secret store");
        });
        Func<Task> call = await PrepareAsync(bench, write);
        hasKey = false;

        BillingException failure = await Should.ThrowAsync<BillingAuthenticationException>(call);

        failure.OutcomeUnknown.ShouldBeFalse();
        failure.ShouldTellItsEffect();
    }

    [Theory]
    [MemberData(nameof(Writes))]
    public async Task A_write_that_a_handler_stops_or_breaks_says_whether_it_took_effect(string provider, OperationKind write)
    {
        foreach (bool isSent in (bool[])[false, true])
        {
            bool fails = false;
            await using HandlerBench bench = await HandlerBench.StartAsync(
                provider,
                () => new AppHandler(async (request, send, _) =>
                {
                    bool breaks = fails && request.Method != HttpMethod.Get && !request.RequestUri!.AbsolutePath.EndsWith("/search", StringComparison.Ordinal);
                    return breaks && !isSent ? throw new InvalidOperationException("no token")
                        : await send() is var answer && breaks ? throw new FormatException("the log")
                        : answer;
                }),
                static options => options.MaxAttempts = 1);
            Func<Task> call = await PrepareAsync(bench, write);
            bench.Provider.Answer(503, "{}", HandlerBench.IsWrite);
            fails = true;

            BillingException failure = await Should.ThrowAsync<BillingException>(call);

            failure.OutcomeUnknown.ShouldBe(isSent);
            failure.ShouldTellItsEffect();
        }
    }

    [Theory]
    [InlineData(429, "{}", "(HTTP 429)")]
    [InlineData(503, "{}", "(HTTP 503)")]
    [InlineData(200, "<html>", "(from a handler of the application)")]
    public async Task A_write_that_a_handler_answers_itself_took_no_effect(int status, string body, string shown)
    {
        bool answersItself = false;
        await using HandlerBench bench = await HandlerBench.StartAsync(
            "atlas",
            () => new AppHandler((request, send, _) => answersItself
                ? Task.FromResult(new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(body), RequestMessage = request })
                : send()),
            static options => options.MaxAttempts = 1);
        Func<Task> call = await PrepareAsync(bench, OperationKind.Update);
        answersItself = true;

        BillingException failure = await Should.ThrowAsync<BillingException>(call);

        failure.OutcomeUnknown.ShouldBeFalse();
        failure.Message.ShouldContain(shown);
        failure.ShouldTellItsEffect();
    }

    [Theory]
    [MemberData(nameof(Writes))]
    public async Task A_write_without_a_connection_took_no_effect(string provider, OperationKind write)
    {
        HandlerBench? bench = null;
        bool isUnplugged = false;
        await using HandlerBench started = bench = await HandlerBench.StartAsync(
            provider,
            set: static options => options.MaxAttempts = 1,
            http: http => Microsoft.Extensions.DependencyInjection.HttpClientBuilderExtensions.ConfigurePrimaryHttpMessageHandler(http, () => new SocketsHttpHandler
            {
                PooledConnectionLifetime = TimeSpan.Zero,
                ConnectCallback = (context, token) => isUnplugged ? throw new IOException("unplugged") : bench!.Simulator.ConnectAsync(context, token),
            }));
        Func<Task> call = await PrepareAsync(bench, write);
        isUnplugged = true;

        BillingException failure = await Should.ThrowAsync<BillingConnectionException>(call);

        failure.OutcomeUnknown.ShouldBeFalse();
        failure.ShouldTellItsEffect();
    }

    [Theory]
    [MemberData(nameof(ProviderCase.Names), MemberType = typeof(ProviderCase))]
    public async Task A_failed_read_says_nothing_about_an_effect(string provider)
    {
        foreach (FailedWrite failed in FailedWrite.All.Where(static failed => failed.Answers is [{ }]))
        {
            await using HandlerBench bench = await HandlerBench.StartAsync(provider, set: static options => options.MaxAttempts = 1);
            Customer ada = await bench.CreateAsync();
            bench.Provider.Answer(failed.Answers[0]!);
            bench.Provider.Answer(failed.Answers[0]!);

            foreach (Func<Task> read in (Func<Task>[])[() => bench.GetAsync(ada), () => bench.Client.ListPageAsync(new(), cancellationToken: Token)])
            {
                string message = (await Should.ThrowAsync<BillingException>(read)).Message;
                TestContext.Current.TestOutputHelper?.WriteLine(message);
                message.ShouldNotContain("Nothing was");
                message.ShouldNotContain("It is unknown whether");
            }
        }
    }

    private static IEnumerable<OperationKind> WritesOf(DiscoveredProvider provider) => provider.Descriptor.Capabilities.DeleteEffect == DeleteEffect.None
        ? [OperationKind.Create, OperationKind.Update]
        : [OperationKind.Create, OperationKind.Update, OperationKind.Delete];

    private static async Task<Func<Task>> PrepareAsync(HandlerBench bench, OperationKind write)
    {
        if (write == OperationKind.Create)
        {
            return () => bench.CreateAsync();
        }

        Customer ada = await bench.CreateAsync();
        return write == OperationKind.Update ? () => bench.UpdateAsync(ada) : () => bench.DeleteAsync(ada);
    }
}
