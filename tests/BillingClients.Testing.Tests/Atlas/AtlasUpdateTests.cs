namespace BillingClients.Testing.Tests;

public sealed class AtlasUpdateTests
{
    [Fact]
    public async Task A_customer_is_read_by_its_id()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        string id = await fixture.Atlas().StoreAsync();

        RawAnswer answer = await fixture.Atlas().GetAsync($"/customers/{id}");

        answer.Status.ShouldBe(200);
        answer.Text.ShouldBe(fixture.Simulator.Atlas.Customers.Single().Json);
    }

    [Theory]
    [InlineData(AtlasRequests.NobodysId)]
    [InlineData("no-uuid")]
    public async Task An_id_of_nobody_is_a_404(string id)
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();

        (await fixture.Atlas().GetAsync($"/customers/{id}")).ShouldBeError(404, "not_found", "Customer not found");
        (await fixture.Atlas().PatchAsync($"/customers/{id}", "{}")).ShouldBeError(404, "not_found", "Customer not found");
        (await fixture.Atlas().DeleteAsync($"/customers/{id}")).ShouldBeError(404, "not_found", "Customer not found");
    }

    [Fact]
    public async Task An_update_changes_what_is_given_and_clears_what_is_null()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        string id = await fixture.Atlas().StoreAsync();

        RawAnswer answer = await fixture.Atlas().PatchAsync(
            $"/customers/{id}",
            """{"name":"Ada King","phone":null,"billing_address":null,"shipping_address":{"city":"Ockham"},"tax_exempt":null,"tax_ids":null,"metadata":null}""");

        answer.Status.ShouldBe(200);
        answer.Json["name"]!.ToString().ShouldBe("Ada King");
        answer.Json["phone"].ShouldBeNull();
        answer.Json["description"]!.ToString().ShouldBe("Annual plan, London office");
        answer.Json["billing_address"].ShouldBeNull();
        answer.Json["shipping_address"]!.ToJsonString().ShouldBe("""{"city":"Ockham"}""");
        answer.Json["tax_exempt"]!.GetValue<bool>().ShouldBeFalse();
        answer.Json["tax_ids"]!.ToJsonString().ShouldBe("[]");
        answer.Json["metadata"]!.ToJsonString().ShouldBe("{}");
        fixture.Simulator.Journal.Objections.ShouldBeEmpty();
    }

    [Fact]
    public async Task Metadata_is_replaced_as_a_whole()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        string id = await fixture.Atlas().StoreAsync();

        RawAnswer answer = await fixture.Atlas().PatchAsync($"/customers/{id}", """{"metadata":{"tier":"gold"}}""");

        answer.Json["metadata"]!.ToJsonString().ShouldBe("""{"tier":"gold"}""");
    }

    [Theory]
    [InlineData(AtlasDialect.Source, "tok_source")]
    [InlineData(AtlasDialect.Documentation, "tok_docs")]
    public async Task The_default_payment_method_has_another_name_in_each_dialect(AtlasDialect dialect, string taken)
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        fixture.Simulator.Atlas.Dialect = dialect;
        string id = await fixture.Atlas().StoreAsync();

        RawAnswer answer = await fixture.Atlas().PatchAsync($"/customers/{id}", """{"default_token_id":"tok_source","default_payment_method":"tok_docs"}""");

        answer.Json["default_payment_method"]!.ToString().ShouldBe(taken);
        fixture.Simulator.Journal.Objections.ShouldBeEmpty();
    }

    [Fact]
    public async Task Another_customers_email_address_is_a_400()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        string id = await fixture.Atlas().StoreAsync();
        await fixture.Atlas().StoreAsync("""{"email":"charles@example.com"}""");

        RawAnswer answer = await fixture.Atlas().PatchAsync($"/customers/{id}", """{"email":"charles@example.com"}""");

        answer.ShouldBeError(400, "email_exists", "A customer with this email already exists");
        (await fixture.Atlas().PatchAsync($"/customers/{id}", """{"email":"ada@example.com"}""")).Status.ShouldBe(200);
    }

    [Theory]
    [InlineData("""{"email":null}""")]
    [InlineData("""{"name":{}}""")]
    public async Task What_the_database_refuses_is_a_500(string body)
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        string id = await fixture.Atlas().StoreAsync();

        (await fixture.Atlas().PatchAsync($"/customers/{id}", body)).ShouldBeError(500, "update_failed", "Failed to update customer");

        fixture.Simulator.Journal.Objections.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_malformed_update_is_an_internal_error()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        string id = await fixture.Atlas().StoreAsync();

        (await fixture.Atlas().PatchAsync($"/customers/{id}", "{")).ShouldBeError(500, "internal_error", "Internal server error");
    }

    [Fact]
    public async Task A_delete_is_final_and_says_so()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        string id = await fixture.Atlas().StoreAsync();

        RawAnswer answer = await fixture.Atlas().DeleteAsync($"/customers/{id}");

        answer.Status.ShouldBe(200);
        answer.Text.ShouldBe($$"""{"id":"{{id}}","object":"customer","deleted":true}""");
        (await fixture.Atlas().GetAsync($"/customers/{id}")).Status.ShouldBe(404);
        (await fixture.Atlas().PostAsync("/customers", AtlasRequests.Ada)).Status.ShouldBe(201);
    }

    [Fact]
    public async Task A_customer_with_a_subscription_is_not_deleted()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        string id = await fixture.Atlas().StoreAsync();
        fixture.Simulator.Atlas.AddSubscription(id);

        RawAnswer answer = await fixture.Atlas().DeleteAsync($"/customers/{id}");

        answer.ShouldBeError(400, "has_active_subscriptions", "Cannot delete customer with active subscriptions");
        fixture.Simulator.Atlas.Customers.ShouldHaveSingleItem();
        fixture.Simulator.Journal[^1].Committed.ShouldBeFalse();
    }
}
