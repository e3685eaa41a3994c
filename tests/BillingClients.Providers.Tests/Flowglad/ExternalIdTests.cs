using BillingClients.Testing;

namespace BillingClients.Providers.Tests.Flowglad;

/// <summary>
/// External ids that Flowglad's server cannot address: it decodes the path before it looks for the endpoint, so that <c>x%2Fbilling</c> is the billing of
/// <c>x</c>.
/// </summary>
public sealed class ExternalIdTests : FlowgladTest
{
    private const string Key = "CustomerKey.FromExternalId";

    private const string Problem =
        "contains a slash or a backslash. Flowglad decodes the path before it looks for the endpoint, so it could not find this customer, or would"
        + " answer with another customer's data. Use other characters, such as '-' or ':'";

    [Theory]
    [InlineData("x/billing")]
    [InlineData("crm/1815")]
    [InlineData("/")]
    [InlineData("crm\\1815")]
    [InlineData("1815\\")]
    public async Task One_with_a_slash_or_a_backslash_is_refused_by_every_operation(string externalId)
    {
        CustomerKey key = CustomerKey.FromExternalId(externalId);

        await RefusesAsync("ExternalId", () => Client.CreateAsync(FlowgladFixture.Ada with { ExternalId = externalId }, cancellationToken: None));
        await RefusesAsync(Key, () => Client.GetAsync(key, cancellationToken: None));
        await RefusesAsync(Key, () => Client.FindAsync(key, cancellationToken: None));
        await RefusesAsync(Key, () => Client.UpdateAsync(key, new CustomerUpdate { Name = "Ada King" }, cancellationToken: None));
        await RefusesAsync(Key, () => Client.DeleteAsync(key, cancellationToken: None));
    }

    /// <summary>Every one of these characters means something in a URL.</summary>
    [Theory]
    [InlineData("a b")]
    [InlineData("a@b+c")]
    [InlineData("100%")]
    [InlineData("a%2Fbilling")]
    [InlineData("a?b#c;d&e=f")]
    [InlineData("a:b")]
    [InlineData("%2e%2e")]
    [InlineData("\u00fc\ud83d\ude00")]
    public async Task Any_other_is_created_read_changed_and_archived(string externalId)
    {
        CustomerKey key = CustomerKey.FromExternalId(externalId);

        await Client.CreateAsync(FlowgladFixture.Ada with { ExternalId = externalId }, cancellationToken: None);

        (await Client.GetAsync(key, cancellationToken: None)).ExternalId.ShouldBe(externalId);
        (await Client.UpdateAsync(key, new CustomerUpdate { Name = "Ada King" }, cancellationToken: None)).Name.ShouldBe("Ada King");
        await Client.DeleteAsync(key, cancellationToken: None);
        Fixture.Provider.Customers.ShouldHaveSingleItem().IsArchived.ShouldBeTrue();
    }

    private async Task RefusesAsync(string property, Func<Task> call)
    {
        BillingValidationException refusal = await Should.ThrowAsync<BillingValidationException>(call);

        refusal.Errors.ShouldHaveSingleItem().ShouldBe(new FieldError(property, Problem));
        refusal.Message.ShouldBe($"Flowglad: {property} {Problem}. Nothing was sent.");
        refusal.Attempts.ShouldBe(0);
        Fixture.Simulator.Journal.ShouldBeEmpty();
    }
}
