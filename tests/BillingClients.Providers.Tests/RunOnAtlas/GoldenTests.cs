using System.Text.Json;
using System.Text.Json.Nodes;

namespace BillingClients.Providers.Tests.RunOnAtlas;

/// <summary>The documents' answers: nothing is lost. The requests are in <c>wiremock/runonatlas</c>.</summary>
public sealed class GoldenTests : IAsyncLifetime
{
    private static readonly CancellationToken None = CancellationToken.None;

    private static readonly Address Home = new()
    {
        Line1 = "123 Main St",
        Line2 = "Apt 1",
        City = "Anytown",
        State = "CA",
        PostalCode = "12345",
        Country = "US",
    };

    private readonly RunOnAtlasFixture _fixture = new();

    public ValueTask InitializeAsync() => _fixture.InitializeAsync();

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    [Fact]
    public async Task A_fully_set_update_is_answered_with_what_was_set()
    {
        await _fixture.Client.CreateAsync(new CustomerCreate { ExternalId = "external-customer-id-123" }, cancellationToken: None);
        CustomerUpdate update = new()
        {
            Name = "John Doe",
            Email = "john.doe@example.com",
            BillingAddress = Home,
            ShippingAddress = Home,
            ProviderFields = [new RunOnAtlasCustomerFields { QuickBooksId = "quickbooks-customer-id-123", StripeId = "stripe-customer-id-123" }],
        };

        Customer updated = await _fixture.Client.UpdateAsync(CustomerKey.FromExternalId("external-customer-id-123"), update, cancellationToken: None);

        updated.BillingAddress.ShouldBe(Home);
        updated.ShippingAddress.ShouldBe(Home);
        updated.Email.ShouldBe("john.doe@example.com");
    }

    [Theory]
    [InlineData(RunOnAtlasBodies.SeedResponse)]
    [InlineData(RunOnAtlasBodies.CurrentResponse)]
    [InlineData(RunOnAtlasBodies.PlainResponse)]
    public async Task A_response_is_kept_whole(string body)
    {
        Customer got = await GetAsync(body);

        JsonNode kept = JsonSerializer.SerializeToNode(got.As<RunOnAtlasCustomer>(), JsonSerializerOptions.Web)!;
        JsonNode sent = JsonNode.Parse(body)!;
        Flatten(kept);
        Flatten(sent);
        JsonNode.DeepEquals(kept, sent).ShouldBeTrue($"{kept}\n{sent}");
    }

    [Fact]
    public async Task The_seeds_response_is_read_into_the_common_model()
    {
        Customer got = await GetAsync(RunOnAtlasBodies.SeedResponse);

        got.Id.ShouldBe("atlas-internal-customer-id-123");
        got.ExternalId.ShouldBe("external-customer-id-123");
        got.Name.ShouldBe("John Doe");
        got.Email.ShouldBeNull();
        got.BillingAddress.ShouldBe(Home);
        got.ShippingAddress.ShouldBe(Home);
        got.CreatedAt.ShouldBe(new DateTimeOffset(2021, 1, 1, 0, 0, 0, TimeSpan.Zero));
        got.UpdatedAt.ShouldBe(new DateTimeOffset(2021, 1, 1, 0, 0, 0, TimeSpan.Zero));
        got.Status.ShouldBe(default);
        got.As<RunOnAtlasCustomer>()!.IsEligibleForTrial.ShouldBe(true);
    }

    [Fact]
    public async Task The_current_response_is_read_with_its_extras_typed()
    {
        Customer got = await GetAsync(RunOnAtlasBodies.CurrentResponse);

        got.Email.ShouldBe("john.doe@example.com");
        got.Status.ShouldBe(CustomerStatus.Active);
        got.CreatedAt.ShouldBe(new DateTimeOffset(2026, 11, 20, 9, 15, 0, 125, TimeSpan.Zero));
        got.ShippingAddress.ShouldBe(
            new Address { Line1 = "9 Harbour Road", Line2 = "Dock 2", City = "Othertown", State = "WA", PostalCode = "98101-6789", Country = "US" });
        RunOnAtlasCustomer own = got.As<RunOnAtlasCustomer>()!;
        RunOnAtlasSubscription active = own.ActiveSubscriptions!.ShouldHaveSingleItem();
        active.Status.ShouldBe("active");
        active.EndDate!.Value.FromIso().ShouldBe(new DateTimeOffset(2027, 11, 20, 9, 15, 0, TimeSpan.Zero));
        active.Plan!.Name.ShouldBe("Basic");
        active.Plan.AdditionalProperties!["planColour"].GetString().ShouldBe("green");
        active.AdditionalProperties!["seats"].GetInt32().ShouldBe(3);
        own.UpcomingSubscriptions!.ShouldHaveSingleItem().IsTrial.ShouldBe(true);
        own.ConditionalBillableAccess!.ShouldHaveSingleItem().CurrentUsage.ShouldBe(7.5m);
        own.CustomPricingUnits!.ShouldHaveSingleItem().Balance.ShouldBe(100m);
        own.CustomerPrivatePlans!.ShouldHaveSingleItem().PlanId.ShouldBe("atlas-internal-plan-id-456");
        own.IsEligibleForTrial.ShouldBe(false);
        own.PaymentMethod.ShouldBe("card");
        own.Meta!.Value.GetProperty("invoicing").GetString().ShouldBe("monthly");
        own.AdditionalProperties!["loyaltyTier"].GetProperty("level").GetInt32().ShouldBe(2);
        own.ToString().ShouldBe(nameof(RunOnAtlasCustomer));
        active.ToString().ShouldBe(nameof(RunOnAtlasSubscription));
    }

    [Fact]
    public async Task An_address_of_nulls_is_read_as_none() =>
        (await GetAsync(RunOnAtlasBodies.PlainResponse)).ShippingAddress.ShouldBeNull();

    // Null and absence are the same once read.
    private static void Flatten(JsonNode node)
    {
        if (node is JsonArray list)
        {
            list.ToList().ForEach(item => Flatten(item!));
        }
        else if (node is JsonObject map)
        {
            foreach ((string name, JsonNode? value) in map.ToList())
            {
                if (value is null)
                {
                    map.Remove(name);
                }
                else
                {
                    Flatten(value);
                }
            }
        }
    }

    private Task<Customer> GetAsync(string body)
    {
        _fixture.Provider.Answer(200, body);
        return _fixture.Client.GetAsync(CustomerKey.FromId("atlas-internal-customer-id-123"), cancellationToken: None);
    }
}
