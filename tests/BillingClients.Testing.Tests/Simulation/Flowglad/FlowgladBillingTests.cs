using System.Text.Json.Nodes;

namespace BillingClients.Testing.Tests.Flowglad;

/// <summary>Billing details, and the subscription beside a new customer: each object has the members that the server's OpenAPI document requires.</summary>
public sealed class FlowgladBillingTests
{
    private const string Record = "id createdAt updatedAt livemode";
    private const string PricingModel = Record + " organizationId isDefault name products usageMeters";

    private const string Product = Record
        + " name description imageURL organizationId active singularQuantityLabel pluralQuantityLabel pricingModelId default slug prices defaultPrice features";

    private const string Price = Record
        + " intervalUnit name intervalCount type isDefault unitPrice usageEventsPerUnit productId active currency slug usageMeterId pricingModelId";

    private const string Subscription = Record
        + " startDate customerId organizationId status defaultPaymentMethodId backupPaymentMethodId cancellationReason replacedBySubscriptionId isFreePlan"
        + " doNotCharge priceId runBillingAtPeriodStart interval intervalCount name renews pricingModelId current";

    private const string Item = Record + " subscriptionId name addedDate priceId unitPrice quantity type externalId manuallyCreated pricingModelId";

    [Fact]
    public async Task A_create_answers_with_the_whole_subscription_and_its_item()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();

        JsonNode data = (await fixture.Flowglad().PostAsync(FlowgladBodies.Customers, FlowgladBodies.Ada)).Json["data"]!;

        ShouldHave(data["subscription"], Subscription);
        ShouldHave(data["subscriptionItems"]!.AsArray().ShouldHaveSingleItem(), Item);
        data["subscriptionItems"]![0]!["subscriptionId"]!.ToString().ShouldBe(data["subscription"]!["id"]!.ToString());
        data["subscription"]!["customerId"]!.ToString().ShouldBe(data["customer"]!["id"]!.ToString());
        data["subscription"]!["startDate"]!.GetValue<long>().ShouldBe(data["customer"]!["createdAt"]!.GetValue<long>());
    }

    [Fact]
    public async Task Billing_details_have_the_subscription_with_its_items_and_their_prices()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        JsonNode data = (await fixture.Flowglad().PostAsync(FlowgladBodies.Customers, FlowgladBodies.Ada)).Json["data"]!;

        JsonNode billing = (await fixture.Flowglad().GetAsync(FlowgladBodies.AdaPath + "/billing")).Json;

        ShouldHave(billing, "customer subscriptions invoices paymentMethods purchases catalog pricingModel billingPortalUrl");
        JsonNode details = billing["subscriptions"]!.AsArray().ShouldHaveSingleItem()!;
        ShouldHave(details, Subscription + " subscriptionItems");
        details["id"]!.ToString().ShouldBe(data["subscription"]!["id"]!.ToString());
        JsonNode item = details["subscriptionItems"]!.AsArray().ShouldHaveSingleItem()!;
        ShouldHave(item, Item + " price");
        ShouldHave(item["price"], Price);
        ShouldHave(details["experimental"], "featureItems usageMeterBalances");
        JsonNode.DeepEquals(billing["currentSubscriptions"], billing["subscriptions"]).ShouldBeTrue();
        JsonNode.DeepEquals(billing["currentSubscription"], details).ShouldBeTrue();
    }

    [Theory]
    [InlineData("pricingModel")]
    [InlineData("catalog")]
    public async Task The_pricing_model_has_the_free_plan_and_is_the_customers(string member)
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        JsonNode customer = await fixture.Flowglad().CreateAtFlowgladAsync("crm-1815");

        JsonNode model = (await fixture.Flowglad().GetAsync(FlowgladBodies.AdaPath + "/billing")).Json[member]!;

        ShouldHave(model, PricingModel);
        model["id"]!.ToString().ShouldBe(customer["pricingModelId"]!.ToString());
        model["organizationId"]!.ToString().ShouldBe(customer["organizationId"]!.ToString());
        JsonNode product = model["products"]!.AsArray().ShouldHaveSingleItem()!;
        ShouldHave(product, Product);
        ShouldHave(product["defaultPrice"], Price);
        JsonNode.DeepEquals(product["prices"]!.AsArray().ShouldHaveSingleItem(), product["defaultPrice"]).ShouldBeTrue();
        product["defaultPrice"]!["productId"]!.ToString().ShouldBe(product["id"]!.ToString());
    }

    [Fact]
    public async Task In_the_older_shape_moments_are_texts_and_the_model_is_the_customers_catalog()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        fixture.Simulator.Flowglad.ResponseShape = FlowgladResponseShape.Older;
        await fixture.Flowglad().PostAsync(
            FlowgladBodies.Customers, """{"customer":{"email":"a","name":"A","externalId":"crm-1815","catalogId":"catalog_1"}}""");

        JsonNode billing = (await fixture.Flowglad().GetAsync(FlowgladBodies.AdaPath + "/billing")).Json;

        billing["catalog"]!["id"]!.ToString().ShouldBe("catalog_1");
        billing["catalog"]!["createdAt"]!.ToString().ShouldBe("2025-10-07T00:00:00.000Z");
        billing["subscriptions"]![0]!["currentBillingPeriodEnd"]!.ToString().ShouldBe("2026-12-20T09:15:00.000Z");
    }

    private static void ShouldHave(JsonNode? json, string members) =>
        members.Split(' ').Except(json!.AsObject().Select(static member => member.Key)).ShouldBeEmpty(json.ToJsonString());
}
