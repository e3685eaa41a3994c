using BillingClients.Testing;

namespace BillingClients.Providers.Tests.Flexprice;

/// <summary>What Flexprice takes is sent, up to its limits; what only it can know, it refuses itself.</summary>
public sealed class LimitTests : IAsyncLifetime
{
    private readonly FlexpriceFixture _fixture = new();

    public static TheoryData<CustomerCreate> LongestCreates =>
    [
        FlexpriceFixture.Ada with { ExternalId = Foxes(255), Name = Foxes(255), Phone = Foxes(20) },
        FlexpriceFixture.Ada with
        {
            BillingAddress = new Address
            {
                Line1 = new string('x', 255),
                Line2 = new string('ж', 127),
                City = new string('ж', 50),
                State = new string('世', 33),
                PostalCode = Foxes(5),
            },
        },
        FlexpriceFixture.Ada with { BillingAddress = new Address { City = "London" } },
    ];

    private static CancellationToken None => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _fixture.InitializeAsync();

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    [Theory]
    [MemberData(nameof(LongestCreates), DisableDiscoveryEnumeration = true)]
    public async Task The_longest_texts_are_stored(CustomerCreate customer)
    {
        Customer created = await _fixture.Client.CreateAsync(customer, cancellationToken: None);

        created.Name.ShouldBe(customer.Name);
        created.ExternalId.ShouldBe(customer.ExternalId);
        created.Phone.ShouldBe(customer.Phone);
        created.BillingAddress.ShouldBe(customer.BillingAddress);
        _fixture.Provider.Requests[^1].Objection.ShouldBeNull();
    }

    /// <summary>No validator counts the name of an update or an external id; the columns do, with a 500.</summary>
    [Fact]
    public async Task An_update_sends_a_name_and_an_external_id_of_any_length()
    {
        using FlexpriceCustomerClient client = _fixture.CreateClient(static options => options.MaxAttempts = 1);
        await client.CreateAsync(FlexpriceFixture.Ada, cancellationToken: None);
        CustomerUpdate[] updates = [new() { Name = new string('x', 256) }, new() { ExternalId = new string('x', 256) }];

        foreach (CustomerUpdate update in updates)
        {
            BillingProviderException failure = await Should.ThrowAsync<BillingProviderException>(
                () => client.UpdateAsync(CustomerKey.FromExternalId("crm-1815"), update, cancellationToken: None));
            failure.StatusCode.ShouldBe(500);
        }

        _fixture.Provider.Requests.Count(static request => request.Method == "PUT").ShouldBe(2);
    }

    [Fact]
    public async Task A_create_sends_an_external_id_of_any_length_and_a_500_leaves_its_outcome_unknown()
    {
        using FlexpriceCustomerClient client = _fixture.CreateClient(static options => options.MaxAttempts = 1);

        AmbiguousOutcomeException failure = await Should.ThrowAsync<AmbiguousOutcomeException>(
            () => client.CreateAsync(FlexpriceFixture.Ada with { ExternalId = new string('x', 256) }, cancellationToken: None));

        failure.StatusCode.ShouldBe(500);
        _fixture.Provider.Requests.Count(static request => request.Method == "POST").ShouldBe(1);
    }

    [Fact]
    public async Task A_new_address_with_a_country_replaces_the_whole_address()
    {
        Address before = new() { Line1 = "1 Market Street", Line2 = "Suite 300", City = "San Francisco", State = "CA", PostalCode = "94105", Country = "US" };
        await _fixture.Client.CreateAsync(FlexpriceFixture.Ada with { BillingAddress = before }, cancellationToken: None);
        Address after = new() { City = "London", Country = "GB" };

        Customer updated = await _fixture.Client.UpdateAsync(
            CustomerKey.FromExternalId("crm-1815"), new CustomerUpdate { BillingAddress = after }, cancellationToken: None);

        updated.BillingAddress.ShouldBe(after);
        _fixture.Provider.Requests[^1].BodyText.ShouldBe(
            """{"address_line1":"","address_line2":"","address_city":"London","address_state":"","address_postal_code":"","address_country":"GB"}""");
    }

    [Theory]
    [InlineData("UK")]
    [InlineData("XX")]
    public async Task A_country_that_does_not_exist_is_refused_by_Flexprice_in_its_own_words(string country)
    {
        BillingValidationException refusal = await Should.ThrowAsync<BillingValidationException>(() => _fixture.Client.CreateAsync(
            FlexpriceFixture.Ada with { BillingAddress = new Address { Country = country } }, cancellationToken: None));

        refusal.StatusCode.ShouldBe(400);
        refusal.ProviderCode.ShouldBe("validation_error");
        FieldError error = refusal.Errors.ShouldHaveSingleItem();
        error.Field.ShouldBe("AddressCountry");
        error.Message.ShouldContain("iso3166_1_alpha2");
        refusal.OutcomeUnknown.ShouldBeFalse();
        _fixture.Provider.Customers.ShouldBeEmpty();
    }

    private static string Foxes(int count) => string.Concat(Enumerable.Repeat("🦊", count));
}
