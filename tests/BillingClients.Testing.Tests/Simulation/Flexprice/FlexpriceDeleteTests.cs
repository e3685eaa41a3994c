namespace BillingClients.Testing.Tests.Flexprice;

public sealed class FlexpriceDeleteTests
{
    [Fact]
    public async Task A_delete_archives_and_answers_204_without_a_body()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        RawClient client = fixture.Flexprice();
        string id = await client.CreateAsync(FlexpriceBodies.Ada);

        RawAnswer answer = await client.DeleteAsync($"/customers/{id}");

        answer.Status.ShouldBe(204);
        answer.Text.ShouldBeEmpty();
        answer.ContentType.ShouldBeNull();
        fixture.Simulator.Flexprice.Customers.ShouldHaveSingleItem().IsArchived.ShouldBeTrue();
    }

    [Fact]
    public async Task A_second_delete_is_a_404_that_says_the_customer_does_not_exist()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        RawClient client = fixture.Flexprice();
        string id = await client.CreateAsync(FlexpriceBodies.Ada);
        await client.DeleteAsync($"/customers/{id}");

        RawAnswer again = await client.DeleteAsync($"/customers/{id}");

        again.Status.ShouldBe(404);
        again.Json["message"]!.ToString().ShouldBe("Customer does not exist");
        (await client.DeleteAsync("/customers/cust_x")).Json["message"]!.ToString().ShouldBe("Customer with ID cust_x was not found");
    }

    [Fact]
    public async Task A_customer_with_subscriptions_or_wallets_cannot_be_deleted()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        RawClient client = fixture.Flexprice();
        string subscriber = await client.CreateAsync(FlexpriceBodies.Named("a"));
        string holder = await client.CreateAsync(FlexpriceBodies.Named("b"));
        fixture.Simulator.Flexprice.AddSubscription(subscriber);
        fixture.Simulator.Flexprice.AddWallet(holder);

        RawAnswer ofSubscriber = await client.DeleteAsync($"/customers/{subscriber}");
        RawAnswer ofHolder = await client.DeleteAsync($"/customers/{holder}");

        ofSubscriber.Status.ShouldBe(400);
        ofSubscriber.Text.ShouldBe("""{"code":"invalid_operation","message":"Please cancel all subscriptions before deleting the customer","http_status_code":400}""");
        ofHolder.Text.ShouldBe("""{"code":"invalid_operation","message":"Customer cannot be deleted due to associated wallets","http_status_code":400}""");
        fixture.Simulator.Flexprice.Customers.ShouldAllBe(customer => !customer.IsArchived);
    }
}
