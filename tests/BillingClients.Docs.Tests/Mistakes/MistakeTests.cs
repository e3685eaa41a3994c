using BillingClients.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BillingClients.Docs.Tests.Mistakes;

/// <summary>
/// The most likely mistakes, each with the whole message that its maker reads. The forgotten disposal of a simulator is in Packaging.Tests: it is told at exit.
/// </summary>
public sealed class MistakeTests : IAsyncLifetime
{
    private static readonly CustomerCreate Ada = new() { ExternalId = "crm-1815", Name = "Ada Lovelace", Email = "ada@example.com" };

    private ProviderSimulator _simulator = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _simulator = await ProviderSimulator.StartAsync(cancellationToken: Token);

    public ValueTask DisposeAsync() => _simulator.DisposeAsync();

    [Fact]
    public void No_key() => Say(Should.Throw<ArgumentException>(() => new FlexpriceCustomerClient(new FlexpriceOptions()))).ShouldStartWith(
        "FlexpriceOptions:ApiKey is missing. Set it, or ApiKeyProvider; keep it in user secrets or the environment, not in the source.");

    [Fact]
    public void A_wrong_section_name() => Say(FailureOf("Billing:Flexprise", ("Billing:Flexprice:ApiKey", "sk_1"))).ShouldBe(
        "The configuration section 'Billing:Flexprise' is missing or has no settings in it. Check the name in GetSection(\"Billing:Flexprise\"), and that its source"
        + " (appsettings.json, user secrets, environment) was added. It needs ApiKey at least.");

    [Fact]
    public void A_misspelt_option() => Say(FailureOf("Billing:Flexprice", ("Billing:Flexprice:ApiKey", "sk_1"), ("Billing:Flexprice:MaxAtempts", "2"))).ShouldBe(
        "Billing:Flexprice:MaxAtempts is an unknown setting. Check its spelling: settings are named like the properties of FlexpriceOptions.");

    [Fact]
    public void Two_clients_and_a_request_without_a_key()
    {
        using ServiceProvider provider = new ServiceCollection()
            .AddFlexprice(static options => options.ApiKey = "sk_1").Services.AddFlowglad(static options => options.ApiKey = "sk_test_1").Services.BuildServiceProvider();

        Say(Should.Throw<InvalidOperationException>(provider.GetRequiredService<ICustomerClient>)).ShouldBe(
            "2 billing clients are registered: flexprice, flowglad. Say which: [FromKeyedServices(\"flexprice\")] ICustomerClient client,"
            + " or ICustomerClientFactory.Get(\"flexprice\").");
    }

    [Fact]
    public async Task A_disposed_client()
    {
        FlexpriceCustomerClient client = new(new FlexpriceOptions { ApiKey = "sk_1" });
        client.Dispose();

        Say(await Should.ThrowAsync<ObjectDisposedException>(() => client.CreateAsync(Ada, cancellationToken: Token))).ShouldStartWith(
            "The client was disposed. A client from a container lives as long as the container, which disposes it: do not dispose it yourself, and do not keep it longer than the container.");
    }

    [Fact]
    public async Task An_operation_that_the_provider_does_not_have()
    {
        using RunOnAtlasCustomerClient client = new(new RunOnAtlasOptions { ApiKey = "sk_1" });

        string said = Say(await Should.ThrowAsync<UnsupportedCapabilityException>(() => client.DeleteAsync(CustomerKey.FromId("cust_1"), cancellationToken: Token)));

        said.ShouldBe("RunOnAtlas cannot delete customers. Its API has no such operation; see Provider.Capabilities for what it supports. Nothing was sent.");
    }

    [Fact]
    public async Task A_field_that_the_provider_does_not_have()
    {
        using FlexpriceCustomerClient client = new(new FlexpriceOptions { ApiKey = "sk_1" });

        Say(await Should.ThrowAsync<UnsupportedFieldException>(() => client.CreateAsync(Ada with { TaxExempt = true }, cancellationToken: Token))).ShouldBe(
            "Flexprice cannot store TaxExempt. Leave it out, or set UnsupportedFields to Ignore or StoreInMetadata, for the client or in CallOptions. Nothing was sent.");
    }

    [Fact]
    public async Task The_wrong_kind_of_customer_key()
    {
        using AtlasCustomerClient client = new(new AtlasOptions { ApiKey = "sk_test_1" });

        Say(await Should.ThrowAsync<UnsupportedCapabilityException>(() => client.GetAsync(CustomerKey.FromExternalId("crm-1815"), cancellationToken: Token))).ShouldBe(
            "Atlas cannot look up customers by external id. Address the customer with CustomerKey.FromId. Nothing was sent.");
    }

    [Fact]
    public void The_wrong_kind_of_API_key()
    {
        Say(Should.Throw<ArgumentException>(() => new AtlasCustomerClient(new AtlasOptions { ApiKey = "pk_live_canary" }))).ShouldStartWith(
            "AtlasOptions:ApiKey is not a secret key of Atlas: they begin with sk_test_ or sk_live_. Copy the secret key; a key of RunOnAtlas is for RunOnAtlasOptions.");
        Say(Should.Throw<ArgumentException>(() => new FlexCustomerClient(new FlexOptions { ApiKey = "sk_test_canary" }))).ShouldStartWith(
            "FlexOptions:ApiKey is not a key of Flex: they begin with fsk_test_ for test data and with fsk_ for live data.");
        Say(Should.Throw<ArgumentException>(() => new FlowgladCustomerClient(new FlowgladOptions { ApiKey = "Bearer sk_test_canary" }))).ShouldStartWith(
            "FlowgladOptions:ApiKey contains a space, a line break or another character that is not allowed in a header. Copy it again, without quotes, line breaks and the word Bearer.");
    }

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

    private static OptionsValidationException FailureOf(string section, params (string Key, string Value)[] settings)
    {
        IConfigurationRoot configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(static setting => new KeyValuePair<string, string?>(setting.Key, setting.Value))).Build();
        using ServiceProvider provider = new ServiceCollection().AddFlexprice(configuration.GetSection(section)).Services.BuildServiceProvider();
        return Should.Throw<OptionsValidationException>(provider.GetRequiredService<ICustomerClient>);
    }

    private static string Say(Exception exception)
    {
        TestContext.Current.TestOutputHelper?.WriteLine(exception.Message);
        exception.ToString().ShouldNotContain("canary");
        exception.ToString().ShouldNotContain("crm-1815");
        return exception.Message;
    }
}
