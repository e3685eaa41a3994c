using BillingClients.Testing;
using static BillingClients.Docs.Tests.Mistakes.Mistake;

namespace BillingClients.Docs.Tests.Mistakes;

/// <summary>
/// The most likely mistakes that only the network or the provider can tell. The forgotten disposal of a simulator is in Packaging.Tests: it is told at exit.
/// </summary>
public sealed class AnswerMistakeTests : IAsyncLifetime
{
    private ProviderSimulator _simulator = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _simulator = await ProviderSimulator.StartAsync(cancellationToken: Token);

    public ValueTask DisposeAsync() => _simulator.DisposeAsync();

    [Fact]
    public async Task A_base_address_without_its_path()
    {
        Uri root = new(_simulator.Flexprice.BaseAddress, "/");
        using FlexpriceCustomerClient client = new(new FlexpriceOptions { ApiKey = "sk_1", BaseAddress = root });

        Say(await Should.ThrowAsync<BillingProviderException>(() => client.CreateAsync(Ada, cancellationToken: Token))).ShouldBe(
            "Flexprice: the request to create the customer failed (HTTP 404): the answer is not in Flexprice's error format, so it says nothing about a customer."
                + $" It comes from a gateway or a proxy, or BaseAddress is wrong: check {root}, including its path. Nothing was created.");
        await Should.ThrowAsync<BillingProviderException>(() => client.GetAsync(CustomerKey.FromId("cust_1"), cancellationToken: Token));
    }

    [Fact]
    public async Task A_simulator_that_is_gone()
    {
        ProviderSimulator gone = await ProviderSimulator.StartAsync(cancellationToken: Token);
        using FlexpriceCustomerClient client = new(
            new FlexpriceOptions { ApiKey = gone.Flexprice.ApiKey, BaseAddress = gone.Flexprice.BaseAddress, MaxAttempts = 1 });
        await gone.DisposeAsync();

        Say(await Should.ThrowAsync<BillingConnectionException>(() => client.CreateAsync(Ada, cancellationToken: Token))).ShouldBe(
            $"Flexprice: the request to create the customer failed: no connection to 127.0.0.1:{gone.Port} could be made. Check BaseAddress and the network;"
                + " the inner exception says why. It was tried once. Nothing was created. You can try again.");
    }

    [Fact]
    public async Task An_update_whose_outcome_is_unknown_as_the_page_about_errors_quotes_it()
    {
        using FlexpriceCustomerClient client = new(
            new FlexpriceOptions { ApiKey = _simulator.Flexprice.ApiKey, BaseAddress = _simulator.Flexprice.BaseAddress, MaxAttempts = 1 });
        _simulator.Flexprice.Answer(503, "{}");

        string said = Say(await Should.ThrowAsync<BillingProviderException>(
            () => client.UpdateAsync(CustomerKey.FromId("cust_1"), new CustomerUpdate { Name = "Ada King" }, cancellationToken: Token)));

        File.ReadAllLines(Repository.PathOf("docs/errors.md")).ShouldContain($"> {said}");
    }

    [Fact]
    public async Task A_key_that_the_provider_does_not_know()
    {
        using FlexpriceCustomerClient client = new(new FlexpriceOptions { ApiKey = "sk_canary", BaseAddress = _simulator.Flexprice.BaseAddress });

        BillingAuthenticationException failure = await Should.ThrowAsync<BillingAuthenticationException>(() => client.CreateAsync(Ada, cancellationToken: Token));

        Say(failure).ShouldBe(
            $"Flexprice: the request to create the customer failed (HTTP 401, request id {failure.RequestId}): Flexprice did not accept the API key."
                + " Check that the key is this provider's, of the right kind, and not revoked. Nothing was created.");
    }

    [Fact]
    public async Task A_customer_that_exists_already()
    {
        using FlexpriceCustomerClient client = new(new FlexpriceOptions { ApiKey = _simulator.Flexprice.ApiKey, BaseAddress = _simulator.Flexprice.BaseAddress });
        await client.CreateAsync(Ada, cancellationToken: Token);

        Say(await Should.ThrowAsync<BillingConflictException>(() => client.CreateAsync(Ada, cancellationToken: Token))).ShouldStartWith(
            "Flexprice: the request to create the customer failed (HTTP 409, already_exists, request id ");
    }

    [Fact]
    public async Task A_customer_that_does_not_exist()
    {
        using FlexpriceCustomerClient client = new(new FlexpriceOptions { ApiKey = _simulator.Flexprice.ApiKey, BaseAddress = _simulator.Flexprice.BaseAddress });

        BillingNotFoundException failure = await Should.ThrowAsync<BillingNotFoundException>(
            () => client.GetAsync(CustomerKey.FromExternalId("crm-1815"), cancellationToken: Token));

        Say(failure).ShouldBe(
            $"Flexprice: the request to read the customer failed (HTTP 404, not_found, request id {failure.RequestId}): there is no such customer."
                + " Check the id or external id that you passed, and that the API key is of the same account.");
    }
}
