using BillingClients.Core.Tests.Fixtures;
using BillingClients.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace BillingClients.Core.Tests.DependencyInjection;

/// <summary>Keys that come from a secret store, and keys of one call.</summary>
public sealed class ApiKeyTests
{
    private static readonly TimeSpan Hung = TimeSpan.FromSeconds(20);
    private static readonly CustomerKey Someone = CustomerKey.FromExternalId("crm-1815");

    [Fact]
    public async Task A_provider_is_asked_for_each_request()
    {
        await using SimulatedApp app = await SimulatedApp.StartAsync();
        int asked = 0;
        await using ServiceProvider provider = Build(app, _ => new($"sk_{++asked}"));
        app.Flexprice.AcceptKey("sk_1");
        app.Flexprice.AcceptKey("sk_2");
        app.Flexprice.Fault(SimulatedFault.ErrorBeforeCommit(503));

        await provider.GetRequiredService<ICustomerClient>().FindAsync(Someone, cancellationToken: TestContext.Current.CancellationToken);

        app.Flexprice.Requests.Select(request => request.Header("x-api-key")).ShouldBe(["sk_1", "sk_2"]);
    }

    [Fact]
    public async Task What_a_provider_throws_is_told_as_an_authentication_failure_with_its_cause()
    {
        await using SimulatedApp app = await SimulatedApp.StartAsync();
        InvalidOperationException cause = new("the vault is sealed");
        await using ServiceProvider provider = Build(app, _ => throw cause);

        BillingAuthenticationException failure = await Should.ThrowAsync<BillingAuthenticationException>(() =>
            provider.GetRequiredService<ICustomerClient>().CreateAsync(SimulatedApp.Ada, cancellationToken: TestContext.Current.CancellationToken));

        failure.Message.ShouldBe(
            "Flexprice: the request to create the customer failed: no API key is available. ApiKeyProvider failed with InvalidOperationException; the inner exception says why."
                + " Nothing was created.");
        failure.InnerException.ShouldBeSameAs(cause);
        failure.OutcomeUnknown.ShouldBeFalse();
        failure.IsTransient.ShouldBeFalse();
        failure.StatusCode.ShouldBeNull();
        app.Flexprice.Requests.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("sk canary")]
    public async Task A_key_that_cannot_be_sent_is_told_without_showing_it(string? key)
    {
        await using SimulatedApp app = await SimulatedApp.StartAsync();
        await using ServiceProvider provider = Build(app, _ => new(key!));

        BillingAuthenticationException failure = await Should.ThrowAsync<BillingAuthenticationException>(() =>
            provider.GetRequiredService<ICustomerClient>().GetAsync(Someone, cancellationToken: TestContext.Current.CancellationToken));

        failure.Message.ShouldContain("the key that ApiKeyProvider returned");
        failure.ToString().ShouldNotContain("canary");
        app.Flexprice.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_key_that_fails_after_a_create_of_unknown_outcome_does_not_settle_it()
    {
        await using SimulatedApp app = await SimulatedApp.StartAsync();
        int asked = 0;
        await using ServiceProvider provider = Build(app, _ => new(asked++ == 0 ? app.Flexprice.ApiKey : ""));
        app.Flexprice.Fault(SimulatedFault.ResetAfterCommit);

        AmbiguousOutcomeException failure = await Should.ThrowAsync<AmbiguousOutcomeException>(() =>
            provider.GetRequiredService<ICustomerClient>().CreateAsync(SimulatedApp.Ada, cancellationToken: TestContext.Current.CancellationToken));

        failure.InnerException.ShouldBeOfType<BillingAuthenticationException>();
        app.Flexprice.Customers.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_cancelled_call_is_cancelled_while_the_key_is_fetched()
    {
        await using SimulatedApp app = await SimulatedApp.StartAsync();
        using CancellationTokenSource cancellation = new();
        await using ServiceProvider provider = Build(app, token =>
        {
            cancellation.Cancel();
            token.ThrowIfCancellationRequested();
            return new("sk_never");
        });

        OperationCanceledException cancelled = await Should.ThrowAsync<OperationCanceledException>(() =>
            provider.GetRequiredService<ICustomerClient>().GetAsync(Someone, cancellationToken: cancellation.Token));

        cancelled.CancellationToken.ShouldBe(cancellation.Token);
    }

    [Fact]
    public async Task A_provider_that_ignores_its_token_ends_with_the_time_of_the_attempt()
    {
        await using SimulatedApp app = await SimulatedApp.StartAsync();
        await using ServiceProvider provider = Build(app, static _ => new(new TaskCompletionSource<string>().Task), static options =>
        {
            options.AttemptTimeout = TimeSpan.FromMilliseconds(50);
            options.MaxAttempts = 1;
        });

        BillingTimeoutException failure = await Should.ThrowAsync<BillingTimeoutException>(() =>
            provider.GetRequiredService<ICustomerClient>().CreateAsync(SimulatedApp.Ada, cancellationToken: TestContext.Current.CancellationToken)
                .WaitAsync(Hung, TestContext.Current.CancellationToken));

        failure.OutcomeUnknown.ShouldBeFalse();
        app.Flexprice.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_cancelled_call_does_not_wait_for_a_provider_that_ignores_its_token()
    {
        await using SimulatedApp app = await SimulatedApp.StartAsync();
        using CancellationTokenSource cancellation = new();
        await using ServiceProvider provider = Build(app, _ =>
        {
            cancellation.CancelAfter(0);
            return new(new TaskCompletionSource<string>().Task);
        });

        OperationCanceledException cancelled = await Should.ThrowAsync<OperationCanceledException>(() =>
            provider.GetRequiredService<ICustomerClient>().GetAsync(Someone, cancellationToken: cancellation.Token)
                .WaitAsync(Hung, TestContext.Current.CancellationToken));

        cancelled.CancellationToken.ShouldBe(cancellation.Token);
    }

    [Fact]
    public async Task The_key_of_a_call_goes_before_the_clients_own_and_before_the_provider()
    {
        await using SimulatedApp app = await SimulatedApp.StartAsync();
        await using ServiceProvider provider = Build(app, _ => throw new InvalidOperationException("must not be asked"));
        app.Flexprice.AcceptKey("sk_tenant");

        await provider.GetRequiredService<ICustomerClient>().FindAsync(Someone, new CallOptions { ApiKey = "sk_tenant" }, TestContext.Current.CancellationToken);

        app.LastKey.ShouldBe("sk_tenant");
    }

    [Fact]
    public async Task A_key_taken_out_of_the_options_of_a_client_without_a_container_is_told()
    {
        FlexpriceOptions options = new() { ApiKey = "sk_1" };
        using FlexpriceCustomerClient client = new(options);
        options.ApiKey = null;

        (await Should.ThrowAsync<BillingAuthenticationException>(() => client.GetAsync(Someone, cancellationToken: TestContext.Current.CancellationToken)))
            .Message.ShouldContain("ApiKey is missing. Set it, or ApiKeyProvider");
    }

    private static ServiceProvider Build(
        SimulatedApp app, Func<CancellationToken, ValueTask<string>> fetch, Action<FlexpriceOptions>? set = null) => app.Build(services => services.AddFlexprice(options =>
    {
        app.Reach(options);
        options.ApiKey = null;
        options.ApiKeyProvider = fetch;
        set?.Invoke(options);
    }));
}
