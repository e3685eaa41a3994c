using System.Text.Json.Nodes;

namespace BillingClients.Testing.Tests.Flowglad;

/// <summary>Retrieve, update, archive, billing details and usage balances: all by external id.</summary>
public sealed class FlowgladCustomerTests
{
    private const string NotFound = "Customer with externalId crm-1815 not found";

    [Fact]
    public async Task A_customer_is_retrieved_by_its_external_id_without_data_around_it()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        JsonNode created = await fixture.Flowglad().CreateAtFlowgladAsync("a b ü");

        RawAnswer answer = await fixture.Flowglad().GetAsync(FlowgladBodies.Customers + "/a%20b%20%C3%BC");

        answer.Status.ShouldBe(200);
        JsonNode.DeepEquals(answer.Json["customer"], created).ShouldBeTrue(answer.Text);
        answer.Json.AsObject().Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_providers_own_id_finds_nothing()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        string id = (await fixture.Flowglad().CreateAtFlowgladAsync("crm-1815"))["id"]!.ToString();

        (await fixture.Flowglad().GetAsync($"{FlowgladBodies.Customers}/{id}")).ShouldBeFlowgladError(404, "NOT_FOUND", $"Customer with externalId {id} not found");
    }

    [Theory]
    [InlineData("GET", "", null)]
    [InlineData("PUT", "", """{"customer":{"name":"Ada"}}""")]
    [InlineData("POST", "/archive", "{}")]
    [InlineData("GET", "/billing", null)]
    [InlineData("GET", "/usage-balances", null)]
    public async Task A_customer_that_is_not_there_is_a_404_at_every_endpoint(string method, string suffix, string? body)
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();

        (await fixture.Flowglad().SendAsync(method, FlowgladBodies.AdaPath + suffix, body)).ShouldBeFlowgladError(404, "NOT_FOUND", NotFound);
    }

    [Fact]
    public async Task An_update_changes_what_it_names_and_null_clears_what_can_be_null()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        JsonNode created = await fixture.Flowglad().CreateAtFlowgladAsync("crm-1815");
        fixture.Clock.Advance(TimeSpan.FromHours(1));

        RawAnswer answer = await fixture.Flowglad().PutAsync(FlowgladBodies.AdaPath, """{"customer":{"name":"Ada King","domain":null,"userId":"user_1"}}""");

        JsonNode customer = answer.Json["customer"]!;
        customer["name"]!.ToString().ShouldBe("Ada King");
        customer["email"]!.ToString().ShouldBe("ada@example.com");
        customer["domain"].ShouldBeNull();
        customer["userId"]!.ToString().ShouldBe("user_1");
        customer["createdAt"]!.ToString().ShouldBe(created["createdAt"]!.ToString());
        customer["updatedAt"]!.GetValue<long>().ShouldBe(created["createdAt"]!.GetValue<long>() + 3_600_000);
        fixture.Simulator.Journal.Objections.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_update_drops_what_it_cannot_change()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        await fixture.Flowglad().CreateAtFlowgladAsync("crm-1815");

        RawAnswer answer = await fixture.Flowglad().PutAsync(FlowgladBodies.AdaPath, """{"customer":{"externalId":"other","archived":true,"catalogId":"c"}}""");

        answer.Json["customer"]!["externalId"]!.ToString().ShouldBe("crm-1815");
        answer.Json["customer"]!["archived"]!.GetValue<bool>().ShouldBeFalse();
        fixture.Simulator.Journal.Objections.ShouldHaveSingleItem().Objection
            .ShouldBe("unknown field 'customer.externalId'; unknown field 'customer.archived'; unknown field 'customer.catalogId'");
    }

    [Theory]
    [InlineData("""{"customer":{"email":null}}""", "customer.email")]
    [InlineData("""{"customer":{"iconURL":7}}""", "customer.iconURL")]
    [InlineData("{}", "customer")]
    public async Task An_update_with_a_wrong_type_is_an_issue(string body, string path)
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        await fixture.Flowglad().CreateAtFlowgladAsync("crm-1815");

        RawAnswer answer = await fixture.Flowglad().PutAsync(FlowgladBodies.AdaPath, body);

        answer.Status.ShouldBe(400);
        string.Join('.', answer.Json["error"]![0]!["path"]!.AsArray()).ShouldBe(path);
    }

    [Fact]
    public async Task An_archive_frees_the_external_id_and_can_be_repeated()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        RawClient client = fixture.Flowglad();
        await client.CreateAtFlowgladAsync("crm-1815");

        RawAnswer first = await client.PostAsync(FlowgladBodies.AdaPath + "/archive", "{}");
        RawAnswer second = await client.PostAsync(FlowgladBodies.AdaPath + "/archive", "{}");

        first.Status.ShouldBe(200);
        first.Json["customer"]!["archived"]!.GetValue<bool>().ShouldBeTrue();
        second.Text.ShouldBe(first.Text);
        (await client.GetAsync(FlowgladBodies.AdaPath)).ShouldBeFlowgladError(404, "NOT_FOUND", NotFound);
        (await client.PutAsync(FlowgladBodies.AdaPath, """{"customer":{"name":"Ada"}}""")).ShouldBeFlowgladError(404, "NOT_FOUND", NotFound);
        fixture.Simulator.Flowglad.Customers.ShouldHaveSingleItem().IsArchived.ShouldBeTrue();
        await client.CreateAtFlowgladAsync("crm-1815");
        fixture.Simulator.Flowglad.Customers.Count.ShouldBe(2);
    }

    [Fact]
    public async Task An_archive_takes_the_customer_that_is_in_use_and_leaves_the_archived_one()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        RawClient client = fixture.Flowglad();
        await client.CreateAtFlowgladAsync("crm-1815");
        await client.PostAsync(FlowgladBodies.AdaPath + "/archive", "{}");
        string second = (await client.CreateAtFlowgladAsync("crm-1815"))["id"]!.ToString();

        (await client.PostAsync(FlowgladBodies.AdaPath + "/archive", "{}")).Json["customer"]!["id"]!.ToString().ShouldBe(second);
    }

    [Fact]
    public async Task Billing_details_and_usage_balances_have_their_documented_shapes()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        RawClient client = fixture.Flowglad();
        string id = (await client.CreateAtFlowgladAsync("crm-1815"))["id"]!.ToString();

        RawAnswer billing = await client.GetAsync(FlowgladBodies.AdaPath + "/billing");
        RawAnswer usage = await client.GetAsync(FlowgladBodies.AdaPath + "/usage-balances");

        billing.Json.AsObject().Select(member => member.Key).ShouldBe([
            "customer", "subscriptions", "invoices", "paymentMethods", "purchases", "currentSubscriptions", "currentSubscription", "catalog", "pricingModel", "billingPortalUrl",
        ]);
        billing.Json["customer"]!["id"]!.ToString().ShouldBe(id);
        usage.Json["usageMeterBalances"]!.AsArray().ShouldBeEmpty();
        string subscription = billing.Json["subscriptions"]![0]!["id"]!.ToString();
        (await client.GetAsync($"{FlowgladBodies.AdaPath}/usage-balances?subscriptionId={subscription}")).Status.ShouldBe(200);
        (await client.GetAsync(FlowgladBodies.AdaPath + "/usage-balances?subscriptionId=sub_x"))
            .ShouldBeFlowgladError(404, "NOT_FOUND", "Subscription with id sub_x not found for customer crm-1815");
    }

    [Fact]
    public async Task A_billing_address_can_be_given_to_a_customer_for_a_test()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        string id = (await fixture.Flowglad().CreateAtFlowgladAsync("crm-1815"))["id"]!.ToString();

        fixture.Simulator.Flowglad.SetBillingAddress(id, """{"firstName":"Ada","address":{"country":"GB"}}""");

        RawAnswer answer = await fixture.Flowglad().GetAsync(FlowgladBodies.AdaPath);
        answer.Json["customer"]!["billingAddress"]!["address"]!["country"]!.ToString().ShouldBe("GB");
        Should.Throw<KeyNotFoundException>(() => fixture.Simulator.Flowglad.SetBillingAddress("cust_x", null));
    }
}
