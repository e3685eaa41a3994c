using BillingClients.Providers;

namespace BillingClients.Core.Tests.Providers;

/// <summary>What every client does with an answer, and when it is disposed.</summary>
public sealed class ClientTests
{
    private static readonly CustomerKey Id = CustomerKey.FromId("cust_1");
    private static readonly CustomerKey ExternalId = CustomerKey.FromExternalId("crm-1815");
    private static readonly CustomerCreate Ada = new() { ExternalId = "crm-1815", Name = "Ada Lovelace" };
    private static readonly CustomerUpdate Rename = new() { Name = "Ada King" };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_answer_about_the_customer_that_was_asked_for_is_the_result()
    {
        using FunctionClient client = new();
        client.OnRead = () => client.Answer(Ada);

        (await client.GetAsync(Id, cancellationToken: Token)).Name.ShouldBe("Ada Lovelace");
        (await client.UpdateAsync(ExternalId, Rename, cancellationToken: Token)).Id.ShouldBe("cust_1");
        (await client.ListPageAsync(new CustomerListRequest(), cancellationToken: Token)).Items.ShouldHaveSingleItem().Id.ShouldBe("cust_1");
    }

    [Fact]
    public async Task An_answer_about_another_customer_is_not()
    {
        using FunctionClient client = new();
        client.OnRead = () => client.Answer(Ada with { ExternalId = "crm-1906" }, "cust_2");

        await Should.ThrowAsync<UnreadableResponseException>(() => client.GetAsync(Id, cancellationToken: Token));
        await Should.ThrowAsync<UnreadableResponseException>(() => client.UpdateAsync(Id, Rename, cancellationToken: Token));
        await Should.ThrowAsync<UnreadableResponseException>(() => client.UpdateAsync(ExternalId, Rename, cancellationToken: Token));
    }

    [Fact]
    public async Task An_update_that_changes_the_external_id_is_answered_with_the_new_one()
    {
        using FunctionClient client = new();
        client.OnRead = () => client.Answer(Ada with { ExternalId = "crm-1906" });

        (await client.UpdateAsync(ExternalId, new CustomerUpdate { ExternalId = "crm-1906" }, cancellationToken: Token)).ExternalId.ShouldBe("crm-1906");
    }

    [Fact]
    public async Task What_only_one_provider_refuses_is_refused_before_anything_is_sent()
    {
        using FunctionClient client = new() { RefusesAll = true };

        foreach (Func<Task> call in (Func<Task>[])
        [
            () => client.CreateAsync(Ada, cancellationToken: Token),
            () => client.GetAsync(Id, cancellationToken: Token),
            () => client.UpdateAsync(Id, new CustomerUpdate(), cancellationToken: Token),
            () => client.UpdateAsync(ExternalId, Rename, cancellationToken: Token),
            () => client.DeleteAsync(Id, cancellationToken: Token),
            () => client.ListPageAsync(new CustomerListRequest(), cancellationToken: Token),
        ])
        {
            (await Should.ThrowAsync<BillingValidationException>(call)).Message.ShouldBe("Own: Rule is broken. Nothing was sent.");
        }

        (client.Creates, client.Deletes).ShouldBe((0, 0));
    }

    [Fact]
    public async Task A_key_that_no_provider_takes_is_refused_before_anything_is_sent()
    {
        using FunctionClient client = new();
        CustomerKey wrong = CustomerKey.FromId("a\u0001");

        await Should.ThrowAsync<BillingValidationException>(() => client.GetAsync(wrong, cancellationToken: Token));
        await Should.ThrowAsync<BillingValidationException>(() => client.DeleteAsync(wrong, cancellationToken: Token));

        client.Deletes.ShouldBe(0);
    }

    [Fact]
    public async Task Options_that_are_changed_apply_to_the_next_call()
    {
        using FunctionClient client = new(UniqueKey.ExternalId);
        client.OnCreate.Enqueue(static _ => FunctionClient.Lose());
        client.OnLookUp.Enqueue(_ => [client.Answer(Ada)]);
        client.Given.MaxAttempts = 1;

        (await client.CreateAsync(Ada, cancellationToken: Token)).Response!.Attempts.ShouldBe(1);
    }

    [Fact]
    public async Task A_list_is_checked_before_it_is_asked_for()
    {
        using FunctionClient client = new();
        client.OnRead = static () => throw new NotSupportedException();

        await Should.ThrowAsync<BillingValidationException>(() => client.ListPageAsync(new CustomerListRequest { PageSize = 0 }, cancellationToken: Token));
    }

    [Fact]
    public async Task A_disposed_client_sends_nothing()
    {
        FunctionClient client = new();
        client.OnCreate.Enqueue(sent => client.Answer(sent));
        client.Dispose();

        await Should.ThrowAsync<ObjectDisposedException>(() => client.CreateAsync(Ada, cancellationToken: Token));

        client.Creates.ShouldBe(0);
    }

    [Fact]
    public async Task A_disposed_account_has_closed_its_connections()
    {
        ProviderAccount<OwnOptions> account = ProviderAccount.Create(
            new ProviderDescriptor("own", "Own", new CustomerCapabilities()), new ApiKeyHeader("Authorization", ""), new OwnOptions { ApiKey = "key" });

        account.Dispose();

        await Should.ThrowAsync<ObjectDisposedException>(() => account.HttpClient.GetAsync(new Uri("https://own.example/"), Token));
    }
}
