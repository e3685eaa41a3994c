using static BillingClients.Docs.Tests.Mistakes.Mistake;

namespace BillingClients.Docs.Tests.Mistakes;

/// <summary>The most likely mistakes in a call, which is refused before it is sent; each with the whole message that its maker reads.</summary>
public sealed class RequestMistakeTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_operation_that_the_provider_does_not_have()
    {
        using RunOnAtlasCustomerClient client = new(new RunOnAtlasOptions { ApiKey = "sk_1", BaseAddress = Nowhere });

        Say(await Should.ThrowAsync<UnsupportedCapabilityException>(() => client.DeleteAsync(CustomerKey.FromId("cust_1"), cancellationToken: Token))).ShouldBe(
            "RunOnAtlas cannot delete customers. Its API has no such operation; see Provider.Capabilities for what it supports. Nothing was sent.");
    }

    [Fact]
    public async Task A_field_that_the_provider_does_not_have()
    {
        using FlexpriceCustomerClient client = new(new FlexpriceOptions { ApiKey = "sk_1", BaseAddress = Nowhere });

        Say(await Should.ThrowAsync<UnsupportedFieldException>(() => client.CreateAsync(Ada with { TaxExempt = true }, cancellationToken: Token))).ShouldBe(
            "Flexprice cannot store TaxExempt. Leave it out, or set UnsupportedFields to Ignore or StoreInMetadata, for the client or in CallOptions. Nothing was sent.");
    }

    [Fact]
    public async Task The_wrong_kind_of_customer_key()
    {
        using AtlasCustomerClient client = new(new AtlasOptions { ApiKey = "sk_test_1", BaseAddress = Nowhere });

        Say(await Should.ThrowAsync<UnsupportedCapabilityException>(() => client.GetAsync(CustomerKey.FromExternalId("crm-1815"), cancellationToken: Token))).ShouldBe(
            "Atlas cannot look up customers by external id. Address the customer with CustomerKey.FromId. Nothing was sent.");
    }

    [Fact]
    public async Task An_empty_external_id()
    {
        using FlexpriceCustomerClient client = new(new FlexpriceOptions { ApiKey = "sk_1", BaseAddress = Nowhere });

        Say(await Should.ThrowAsync<BillingValidationException>(() => client.GetAsync(CustomerKey.FromExternalId(""), cancellationToken: Token))).ShouldBe(
            "Flexprice: CustomerKey.FromExternalId is empty. Set it to the customer's identifier. Nothing was sent.");
    }

    [Fact]
    public async Task An_e_mail_address_that_is_none()
    {
        using FlexpriceCustomerClient client = new(new FlexpriceOptions { ApiKey = "sk_1", BaseAddress = Nowhere });

        Say(await Should.ThrowAsync<BillingValidationException>(() => client.CreateAsync(Ada with { Email = "canary" }, cancellationToken: Token))).ShouldBe(
            "Flexprice: Email is not an e-mail address: it needs a name, an @ and a host, without spaces. Nothing was sent.");
    }

    [Fact]
    public async Task A_customer_key_that_was_never_set()
    {
        using FlexpriceCustomerClient client = new(new FlexpriceOptions { ApiKey = "sk_1", BaseAddress = Nowhere });

        Say(await Should.ThrowAsync<BillingValidationException>(() => client.GetAsync(default, cancellationToken: Token))).ShouldBe(
            "Flexprice: CustomerKey.FromId is empty. Set it to the customer's identifier. Nothing was sent.");
    }

    [Fact]
    public async Task A_customer_without_a_field_that_the_provider_requires()
    {
        using FlowgladCustomerClient client = new(new FlowgladOptions { ApiKey = "sk_test_1", BaseAddress = Nowhere });

        Say(await Should.ThrowAsync<BillingValidationException>(() => client.CreateAsync(new CustomerCreate { Name = "Ada Lovelace" }, cancellationToken: Token))).ShouldBe(
            "Flowglad: the request has 2 problems. ExternalId is required by Flowglad. Email is required by Flowglad. Nothing was sent.");
    }

    [Fact]
    public async Task A_page_that_is_too_large()
    {
        using FlexCustomerClient client = new(new FlexOptions { ApiKey = "fsk_test_1", BaseAddress = Nowhere });

        Say(await Should.ThrowAsync<BillingValidationException>(
            () => client.ListPageAsync(new CustomerListRequest { PageSize = 1000 }, cancellationToken: Token))).ShouldBe(
            "Flex: PageSize is 1000; it must be from 1 to 100. Nothing was sent.");
    }

    [Fact]
    public async Task Get_or_create_without_a_key_to_look_for()
    {
        using FlexpriceCustomerClient client = new(new FlexpriceOptions { ApiKey = "sk_1", BaseAddress = Nowhere });

        Say(await Should.ThrowAsync<BillingValidationException>(() => client.GetOrCreateAsync(new CustomerCreate { Name = "Ada Lovelace" }, cancellationToken: Token))).ShouldBe(
            "Flexprice: ExternalId is required, because GetOrCreateAsync looks up the customer by it. Nothing was sent.");
    }

    [Fact]
    public async Task No_time_for_a_call()
    {
        using FlexpriceCustomerClient client = new(new FlexpriceOptions { ApiKey = "sk_1", BaseAddress = Nowhere });

        Say(await Should.ThrowAsync<BillingValidationException>(
            () => client.CreateAsync(Ada, new CallOptions { Timeout = TimeSpan.Zero }, cancellationToken: Token))).ShouldBe(
            "Flexprice: CallOptions.Timeout must be more than zero and at most 24 days. Nothing was sent.");
    }
}
