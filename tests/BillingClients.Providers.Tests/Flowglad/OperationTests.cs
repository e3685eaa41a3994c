using BillingClients.Testing;

namespace BillingClients.Providers.Tests.Flowglad;

/// <summary>Every operation, over a real socket: what goes over the wire, and what comes back.</summary>
public sealed class OperationTests : FlowgladTest
{
    [Fact]
    public async Task Create_sends_the_bare_key_and_a_wrapped_body_and_returns_what_was_stored()
    {
        Customer created = await Client.CreateAsync(FlowgladFixture.Ada, cancellationToken: None);

        JournalEntry sent = Fixture.Sent.ShouldHaveSingleItem();
        sent.Method.ShouldBe("POST");
        sent.Target.ShouldBe("/flowglad/api/v1/customers");
        sent.Header("Authorization").ShouldBe(Fixture.Provider.ApiKey);
        sent.Header("Content-Type")!.ShouldStartWith("application/json");
        ShouldBeJson(sent.BodyText, """{"customer":{"email":"ada@example.com","name":"Ada Lovelace","externalId":"crm-1815"}}""");
        created.Provider.ShouldBe("flowglad");
        created.Id.ShouldStartWith("cust_");
        created.ExternalId.ShouldBe("crm-1815");
        created.Name.ShouldBe("Ada Lovelace");
        created.Email.ShouldBe("ada@example.com");
        created.Status.ShouldBe(CustomerStatus.Active);
        created.Mode.ShouldBe(CustomerMode.Test);
        created.CreatedAt.ShouldNotBeNull();
        created.Response!.StatusCode.ShouldBe(200);
        created.Response.Attempts.ShouldBe(1);
        created.Response.RequestId.ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task Create_keeps_the_subscription_that_comes_beside_the_customer()
    {
        Customer created = await Client.CreateAsync(FlowgladFixture.Ada, cancellationToken: None);

        FlowgladCustomer answered = created.As<FlowgladCustomer>()!;
        answered.Subscription!.Value.GetProperty("customerId").GetString().ShouldBe(created.Id);
        answered.SubscriptionItems!.Value.EnumerateArray().ShouldHaveSingleItem().GetProperty("subscriptionId").GetString()
            .ShouldBe(answered.Subscription!.Value.GetProperty("id").GetString());
    }

    [Fact]
    public async Task A_live_key_makes_live_customers()
    {
        Fixture.Provider.AcceptKey("sk_live_Ty6a_9Qw8");
        CallOptions options = new() { ApiKey = "sk_live_Ty6a_9Qw8" };

        (await Client.CreateAsync(FlowgladFixture.Ada, options, None)).Mode.ShouldBe(CustomerMode.Live);
    }

    [Fact]
    public async Task Update_sends_what_is_set_and_leaves_the_rest()
    {
        await Client.CreateAsync(FlowgladFixture.Ada, cancellationToken: None);

        Customer updated = await Client.UpdateAsync(FlowgladFixture.AdaKey, new CustomerUpdate { Name = "Ada King" }, cancellationToken: None);

        JournalEntry sent = Fixture.Sent[^1];
        sent.Method.ShouldBe("PUT");
        sent.Target.ShouldBe("/flowglad/api/v1/customers/crm-1815");
        sent.BodyText.ShouldBe("""{"customer":{"name":"Ada King"}}""");
        updated.Name.ShouldBe("Ada King");
        updated.Email.ShouldBe("ada@example.com");
    }

    [Fact]
    public async Task Update_tells_unset_null_and_value_apart_in_flowglads_own_fields()
    {
        FlowgladCustomerFields all = new() { LogoUrl = "https://example.com/l.png", IconUrl = "https://example.com/i.png", Domain = "example.com", UserId = "user_1" };
        await Client.CreateAsync(FlowgladFixture.Ada with { ProviderFields = [all] }, cancellationToken: None);

        FlowgladCustomerFields change = new() { LogoUrl = null, Domain = "example.org" };
        Customer updated = await Client.UpdateAsync(FlowgladFixture.AdaKey, new CustomerUpdate { ProviderFields = [change] }, cancellationToken: None);

        Fixture.Sent[^1].BodyText.ShouldBe("""{"customer":{"logoURL":null,"domain":"example.org"}}""");
        FlowgladCustomer answered = updated.As<FlowgladCustomer>()!;
        answered.LogoUrl.ShouldBeNull();
        answered.IconUrl.ShouldBe("https://example.com/i.png");
        answered.Domain.ShouldBe("example.org");
        answered.UserId.ShouldBe("user_1");
    }

    [Fact]
    public async Task Delete_archives_with_an_empty_object_as_its_body()
    {
        await Client.CreateAsync(FlowgladFixture.Ada, cancellationToken: None);

        await Client.DeleteAsync(FlowgladFixture.AdaKey, cancellationToken: None);

        JournalEntry sent = Fixture.Sent[^1];
        sent.Method.ShouldBe("POST");
        sent.Target.ShouldBe("/flowglad/api/v1/customers/crm-1815/archive");
        sent.BodyText.ShouldBe("{}");
        Fixture.Provider.Customers.ShouldHaveSingleItem().IsArchived.ShouldBeTrue();
        (await Client.FindAsync(FlowgladFixture.AdaKey, cancellationToken: None)).ShouldBeNull();
    }

    [Fact]
    public async Task After_a_delete_the_external_id_is_free_and_the_archived_customer_is_in_the_list()
    {
        Customer first = await Client.CreateAsync(FlowgladFixture.Ada, cancellationToken: None);
        await Client.DeleteAsync(FlowgladFixture.AdaKey, cancellationToken: None);

        Customer second = await Client.CreateAsync(FlowgladFixture.Ada, cancellationToken: None);

        second.Id.ShouldNotBe(first.Id);
        CustomerPage page = await Client.ListPageAsync(new CustomerListRequest(), cancellationToken: None);
        page.Items.Select(customer => (customer.Id, customer.Status)).ShouldBe([(first.Id, CustomerStatus.Archived), (second.Id, CustomerStatus.Active)]);
    }

    [Fact]
    public async Task The_server_accepts_everything_that_the_client_sends()
    {
        FlowgladCustomerFields fields = new() { LogoUrl = "https://example.com/l.png", UserId = null, CatalogId = "catalog_1" };
        await Client.CreateAsync(FlowgladFixture.Ada with { ProviderFields = [fields] }, cancellationToken: None);
        await Client.GetAsync(FlowgladFixture.AdaKey, cancellationToken: None);
        await Client.UpdateAsync(FlowgladFixture.AdaKey, new CustomerUpdate { Email = "ada.king@example.com" }, cancellationToken: None);
        await Client.ListPageAsync(new CustomerListRequest { PageSize = 100 }, cancellationToken: None);
        await Client.DeleteAsync(FlowgladFixture.AdaKey, cancellationToken: None);

        Fixture.Simulator.Journal.Objections.ShouldBeEmpty();
        Fixture.Sent.ShouldAllBe(request => request.Header("Authorization") == Fixture.Provider.ApiKey);
    }
}
