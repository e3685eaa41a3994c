namespace BillingClients.Testing.Tests;

public class FakeDeleteTests
{
    private static readonly CustomerCreate Ada = new() { ExternalId = "crm-1815", Email = "ada@example.com" };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_deleted_customer_is_gone()
    {
        using FakeCustomerClient client = new();
        Customer created = await client.CreateAsync(Ada, cancellationToken: Cancellation);

        await client.DeleteAsync(CustomerKey.FromExternalId("crm-1815"), cancellationToken: Cancellation);

        client.Customers.ShouldBeEmpty();
        (await client.FindAsync(CustomerKey.FromId(created.Id), cancellationToken: Cancellation)).ShouldBeNull();
    }

    [Fact]
    public async Task An_archived_customer_is_read_by_id_and_gives_its_external_id_back()
    {
        using FakeCustomerClient client = new(FakeCustomerClient.Everything with { DeleteEffect = DeleteEffect.Archives });
        Customer first = await client.CreateAsync(Ada, cancellationToken: Cancellation);

        await client.DeleteAsync(CustomerKey.FromId(first.Id), cancellationToken: Cancellation);

        (await client.GetAsync(CustomerKey.FromId(first.Id), cancellationToken: Cancellation)).Status.ShouldBe(CustomerStatus.Archived);
        (await client.FindAsync(CustomerKey.FromExternalId("crm-1815"), cancellationToken: Cancellation)).ShouldBeNull();
        await Should.ThrowAsync<BillingNotFoundException>(() => client.DeleteAsync(CustomerKey.FromId(first.Id), cancellationToken: Cancellation));

        Customer second = await client.CreateAsync(Ada, cancellationToken: Cancellation);
        (await client.GetAsync(CustomerKey.FromExternalId("crm-1815"), cancellationToken: Cancellation)).Id.ShouldBe(second.Id);
        client.Customers.Select(customer => customer.Status).ShouldBe([CustomerStatus.Archived, CustomerStatus.Active]);
    }

    [Fact]
    public async Task A_disposed_client_still_shows_what_happened()
    {
        FakeCustomerClient client = new();
        await client.CreateAsync(Ada, cancellationToken: Cancellation);

        client.Dispose();

        await Should.ThrowAsync<ObjectDisposedException>(() => client.CreateAsync(Ada, cancellationToken: Cancellation));
        client.Calls.Count.ShouldBe(1);
        client.Customers.Count.ShouldBe(1);
    }
}
