using Microsoft.Extensions.DependencyInjection;

namespace BillingClients.Providers.Tests.Handlers;

/// <summary>A handler of the application that returns null has failed as one that throws has.</summary>
public sealed class NullResponseTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string, bool> Ways =>
        [.. from provider in DiscoveredProvider.All from isTask in (bool[])[true, false] select new TheoryDataRow<string, bool>(provider.Name, isTask)];

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Before_sending_it_has_changed_nothing(string provider, bool isTask)
    {
        await using HandlerBench bench = await HandlerBench.StartAsync(provider, () => new AppHandler((_, _, _) => Null(isTask)));

        foreach (Func<Task> call in (Func<Task>[])[() => bench.Client.ListPageAsync(new(), cancellationToken: Token), () => bench.CreateAsync()])
        {
            BillingConnectionException failure = await Should.ThrowAsync<BillingConnectionException>(call);
            failure.InnerException.ShouldBeOfType<InvalidOperationException>().Message.ShouldContain("returned null");
            failure.OutcomeUnknown.ShouldBeFalse();
        }

        bench.Provider.Requests.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public Task After_sending_the_outcome_of_a_create_is_unknown(string provider, bool isTask) => IsUnknownAsync(provider, isTask, isPrimary: false);

    [Theory]
    [MemberData(nameof(Ways))]
    public Task After_sending_a_primary_handler_leaves_it_unknown_too(string provider, bool isTask) => IsUnknownAsync(provider, isTask, isPrimary: true);

    private static async Task IsUnknownAsync(string provider, bool isTask, bool isPrimary)
    {
        bool hasSent = false;
        AppHandler handler = new((request, send, _) =>
        {
            if (!hasSent && (request.Method == HttpMethod.Get || request.RequestUri!.AbsolutePath.EndsWith("/search", StringComparison.Ordinal)))
            {
                return send();
            }

            hasSent = true;
            send().GetAwaiter().GetResult().Dispose();
            return Null(isTask);
        });
        await using HandlerBench bench = await HandlerBench.StartAsync(
            provider,
            isPrimary ? null : () => handler,
            static options => options.MaxAttempts = 1,
            http => http.ConfigurePrimaryHttpMessageHandler(() => isPrimary ? Around(handler) : new SocketsHttpHandler()));

        AmbiguousOutcomeException open = await Should.ThrowAsync<AmbiguousOutcomeException>(() => bench.CreateAsync());

        open.InnerException.ShouldBeOfType<BillingConnectionException>().InnerException!.Message.ShouldContain("returned null");
        bench.Provider.Customers.ShouldHaveSingleItem();
    }

    private static AppHandler Around(AppHandler handler)
    {
        handler.InnerHandler = new SocketsHttpHandler();
        return handler;
    }

    private static Task<HttpResponseMessage> Null(bool isTask) => isTask ? null! : Task.FromResult<HttpResponseMessage>(null!);
}
