using BillingClients.Testing;

namespace BillingClients.Providers.Tests.Flowglad;

/// <summary>What is refused before a request is sent, in words that name the property and never show a value.</summary>
public sealed class RuleTests : FlowgladTest
{
    private const string Secret = "s3cr3t-value";

    public static TheoryData<string, CustomerCreate> BadCreates => new()
    {
        { "ExternalId", FlowgladFixture.Ada with { ExternalId = null } },
        { "ExternalId", FlowgladFixture.Ada with { ExternalId = "" } },
        { "ExternalId", FlowgladFixture.Ada with { ExternalId = "  " } },
        { "ExternalId", FlowgladFixture.Ada with { ExternalId = "." } },
        { "ExternalId", FlowgladFixture.Ada with { ExternalId = ".." } },
        { "ExternalId", FlowgladFixture.Ada with { ExternalId = Secret + "\n" } },
        { "ExternalId", FlowgladFixture.Ada with { ExternalId = new string('x', 1025) } },
        { "ExternalId", FlowgladFixture.Ada with { ExternalId = Secret + "\ud800" } },
        { "Name", FlowgladFixture.Ada with { Name = null } },
        { "Name", FlowgladFixture.Ada with { Name = "" } },
        { "Email", FlowgladFixture.Ada with { Email = null } },
        { "Email", FlowgladFixture.Ada with { Email = Secret } },
        { "FlowgladCustomerFields.LogoUrl", With(new FlowgladCustomerFields { LogoUrl = "" }) },
        { "FlowgladCustomerFields.IconUrl", With(new FlowgladCustomerFields { IconUrl = Secret + "\udc00" }) },
        { "FlowgladCustomerFields.Domain", With(new FlowgladCustomerFields { Domain = "" }) },
        { "FlowgladCustomerFields.UserId", With(new FlowgladCustomerFields { UserId = "" }) },
        { "FlowgladCustomerFields.CatalogId", With(new FlowgladCustomerFields { CatalogId = "" }) },
    };

    public static TheoryData<string, CustomerUpdate> BadUpdates => new()
    {
        { "Email", new CustomerUpdate { Email = Secret } },
        { "Name", new CustomerUpdate { Name = "" } },
        { "LastName", new CustomerUpdate { FirstName = Secret } },
        { "FirstName", new CustomerUpdate { LastName = Secret } },
        { "FlowgladCustomerFields.CatalogId", new CustomerUpdate { ProviderFields = [new FlowgladCustomerFields { CatalogId = Secret }] } },
        { "FlowgladCustomerFields.Archived", new CustomerUpdate { ProviderFields = [new FlowgladCustomerFields { Archived = false }] } },
        { "FlowgladCustomerFields.LogoUrl", new CustomerUpdate { ProviderFields = [new FlowgladCustomerFields { LogoUrl = "" }] } },
    };

    public static TheoryData<CustomerField, CustomerCreate> NotHeld => new()
    {
        { CustomerField.Phone, FlowgladFixture.Ada with { Phone = Secret } },
        { CustomerField.Description, FlowgladFixture.Ada with { Description = Secret } },
        { CustomerField.BillingAddress, FlowgladFixture.Ada with { BillingAddress = new Address { Line1 = Secret } } },
        { CustomerField.ShippingAddress, FlowgladFixture.Ada with { ShippingAddress = new Address { Line1 = Secret } } },
        { CustomerField.TaxIds, FlowgladFixture.Ada with { TaxIds = [new TaxId("eu_vat", Secret)] } },
        { CustomerField.TaxExempt, FlowgladFixture.Ada with { TaxExempt = true } },
        { CustomerField.Metadata, FlowgladFixture.Ada with { Metadata = new Dictionary<string, string> { ["key"] = Secret } } },
    };

    public static TheoryData<CustomerField, CustomerUpdate> NotChanged => new()
    {
        { CustomerField.ExternalId, new CustomerUpdate { ExternalId = Secret } },
        { CustomerField.ExternalId, new CustomerUpdate { ExternalId = null } },
        { CustomerField.Name, new CustomerUpdate { Name = null } },
        { CustomerField.Email, new CustomerUpdate { Email = null } },
        { CustomerField.Phone, new CustomerUpdate { Phone = Secret } },
        { CustomerField.Phone, new CustomerUpdate { Phone = null } },
        { CustomerField.BillingAddress, new CustomerUpdate { BillingAddress = new Address { Line1 = Secret } } },
        { CustomerField.Metadata, new CustomerUpdate { Metadata = new Dictionary<string, string>() } },
    };

    [Theory]
    [MemberData(nameof(BadCreates))]
    public async Task A_bad_create_names_the_property(string property, CustomerCreate customer)
    {
        BillingValidationException failure = await Should.ThrowAsync<BillingValidationException>(() => Client.CreateAsync(customer, cancellationToken: None));

        failure.Errors.ShouldHaveSingleItem().Field.ShouldBe(property);
        NothingWasSentOrSaid(failure);
    }

    [Theory]
    [MemberData(nameof(BadUpdates))]
    public async Task A_bad_update_names_the_property(string property, CustomerUpdate update)
    {
        BillingValidationException failure = await Should.ThrowAsync<BillingValidationException>(
            () => Client.UpdateAsync(FlowgladFixture.AdaKey, update, cancellationToken: None));

        failure.Errors.ShouldHaveSingleItem().Field.ShouldBe(property);
        NothingWasSentOrSaid(failure);
    }

    [Theory]
    [MemberData(nameof(NotHeld))]
    public async Task A_field_that_Flowglad_cannot_hold_is_refused(CustomerField field, CustomerCreate customer)
    {
        UnsupportedFieldException failure = await Should.ThrowAsync<UnsupportedFieldException>(() => Client.CreateAsync(customer, cancellationToken: None));

        failure.Field.ShouldBe(field);
        NothingWasSentOrSaid(failure);
    }

    [Theory]
    [MemberData(nameof(NotHeld))]
    public async Task A_field_that_Flowglad_cannot_hold_can_be_ignored(CustomerField field, CustomerCreate customer)
    {
        await Client.CreateAsync(customer, new CallOptions { UnsupportedFields = UnsupportedFields.Ignore }, None);

        Fixture.Sent.ShouldHaveSingleItem(field.ToString()).BodyText.ShouldNotContain(Secret);
    }

    [Theory]
    [MemberData(nameof(NotChanged))]
    public async Task A_field_that_Flowglad_cannot_change_or_clear_is_refused(CustomerField field, CustomerUpdate update)
    {
        UnsupportedFieldException failure = await Should.ThrowAsync<UnsupportedFieldException>(
            () => Client.UpdateAsync(FlowgladFixture.AdaKey, update, cancellationToken: None));

        failure.Field.ShouldBe(field);
        NothingWasSentOrSaid(failure);
    }

    [Fact]
    public async Task Only_external_ids_address_a_customer()
    {
        CustomerKey byId = CustomerKey.FromId("cust_" + Secret);
        UnsupportedCapabilityException[] failures =
        [
            await Should.ThrowAsync<UnsupportedCapabilityException>(() => Client.GetAsync(byId, cancellationToken: None)),
            await Should.ThrowAsync<UnsupportedCapabilityException>(() => Client.UpdateAsync(byId, new CustomerUpdate { Name = "Ada" }, cancellationToken: None)),
            await Should.ThrowAsync<UnsupportedCapabilityException>(() => Client.DeleteAsync(byId, cancellationToken: None)),
        ];

        failures.Select(failure => failure.Capability).ShouldBe(["Get.ById", "Update.ById", "Delete.ById"]);
        failures.ShouldAllBe(failure => failure.Message.Contains("FromExternalId"));
        failures.ToList().ForEach(NothingWasSentOrSaid);
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("a\u0000b")]
    public async Task A_key_that_is_no_part_of_a_path_is_refused(string externalId)
    {
        CustomerKey key = CustomerKey.FromExternalId(externalId);

        NothingWasSentOrSaid(await Should.ThrowAsync<BillingValidationException>(() => Client.GetAsync(key, cancellationToken: None)));
        NothingWasSentOrSaid(await Should.ThrowAsync<BillingValidationException>(() => Client.DeleteAsync(key, cancellationToken: None)));
        NothingWasSentOrSaid(await Should.ThrowAsync<BillingValidationException>(
            () => Client.UpdateAsync(key, new CustomerUpdate { Name = "Ada" }, cancellationToken: None)));
    }

    [Fact]
    public async Task A_list_has_no_filters_and_at_most_a_hundred_customers_on_a_page()
    {
        CustomerListRequest[] filtered =
        [
            new() { Email = "ada@example.com" },
            new() { ExternalId = Secret },
            new() { CreatedFrom = DateTimeOffset.UnixEpoch },
            new() { CreatedTo = DateTimeOffset.UnixEpoch },
        ];
        foreach (CustomerListRequest request in filtered)
        {
            NothingWasSentOrSaid(await Should.ThrowAsync<UnsupportedCapabilityException>(() => Client.ListPageAsync(request, cancellationToken: None)));
        }

        foreach (int size in (int[])[0, 101])
        {
            NothingWasSentOrSaid(await Should.ThrowAsync<BillingValidationException>(
                () => Client.ListPageAsync(new CustomerListRequest { PageSize = size }, cancellationToken: None)));
        }
    }

    [Theory]
    [InlineData("sk_test_Ty6a_3Kd9", true)]
    [InlineData("sk_live_Ty6a_3Kd9", true)]
    [InlineData("stg_sk_test_Ty6a_3Kd9", true)]
    [InlineData("fsk_test_s3cr3t-value", false)]
    [InlineData("pk_live_s3cr3t-value", false)]
    [InlineData("Bearer sk_test_s3cr3t-value", false)]
    [InlineData("SK_TEST_s3cr3t-value", false)]
    public void A_key_of_another_form_is_refused_when_the_options_are_checked(string key, bool isTaken)
    {
        IReadOnlyList<string> failures = new FlowgladOptions { ApiKey = key }.Validate("Billing:Flowglad");

        if (isTaken)
        {
            failures.ShouldBeEmpty();
        }
        else
        {
            failures.ShouldHaveSingleItem().ShouldStartWith("Billing:Flowglad:ApiKey ");
            failures[0].ShouldNotContain(Secret);
        }
    }

    [Fact]
    public void The_documented_address_is_the_default() =>
        new FlowgladOptions().GetBaseAddress().ShouldBe(new Uri("https://app.flowglad.com"));

    private static CustomerCreate With(FlowgladCustomerFields fields) => FlowgladFixture.Ada with { ProviderFields = [fields] };

    private void NothingWasSentOrSaid(BillingException failure)
    {
        failure.ToString().ShouldNotContain(Secret);
        failure.Attempts.ShouldBe(0);
        Fixture.Simulator.Journal.ShouldBeEmpty();
    }
}
