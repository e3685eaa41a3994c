namespace BillingClients.Testing.Tests;

/// <summary>The rule for names, as adapters keep it.</summary>
public class FakeNameTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_provider_with_one_name_gets_first_and_last_joined()
    {
        using FakeCustomerClient client = OneName();

        Customer created = await client.CreateAsync(new CustomerCreate { FirstName = "Ada", LastName = "Lovelace" }, cancellationToken: Cancellation);

        (created.Name, created.FirstName, created.LastName).ShouldBe(("Ada Lovelace", null, null));
    }

    [Fact]
    public async Task A_provider_with_one_name_cannot_change_half_of_it()
    {
        using FakeCustomerClient client = OneName();
        Customer created = await client.CreateAsync(new CustomerCreate { Name = "Ada Lovelace" }, cancellationToken: Cancellation);

        BillingValidationException refusal = await Should.ThrowAsync<BillingValidationException>(() =>
            client.UpdateAsync(CustomerKey.FromId(created.Id), new CustomerUpdate { LastName = "King" }, cancellationToken: Cancellation));

        refusal.Message.ShouldContain("FirstName");
        client.Calls.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("Ada Lovelace", "Ada", "Lovelace")]
    [InlineData("Ada King Lovelace", "Ada King", "Lovelace")]
    public async Task A_provider_with_two_names_gets_the_whole_name_split(string name, string first, string last)
    {
        using FakeCustomerClient client = TwoNames();

        Customer created = await client.CreateAsync(new CustomerCreate { Name = name }, cancellationToken: Cancellation);
        CustomerUpdate update = new() { Name = "Grace Hopper" };
        Customer updated = await client.UpdateAsync(CustomerKey.FromId(created.Id), update, cancellationToken: Cancellation);

        (created.Name, created.FirstName, created.LastName).ShouldBe((name, first, last));
        (updated.Name, updated.FirstName, updated.LastName).ShouldBe(("Grace Hopper", "Grace", "Hopper"));
    }

    [Fact]
    public async Task A_single_word_is_refused_where_there_are_two_names()
    {
        using FakeCustomerClient client = TwoNames();

        BillingValidationException refusal = await Should.ThrowAsync<BillingValidationException>(() =>
            client.CreateAsync(new CustomerCreate { Name = "Cher" }, cancellationToken: Cancellation));

        refusal.Message.ShouldBe("The fake: Name is a single word and cannot be split into first and last name. Set FirstName and LastName. Nothing was sent.");
        client.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task First_and_last_name_go_before_the_whole_one_where_there_are_two()
    {
        using FakeCustomerClient client = TwoNames();

        CustomerCreate ada = new() { Name = "Somebody Else", FirstName = "Ada", LastName = "Lovelace" };
        Customer created = await client.CreateAsync(ada, cancellationToken: Cancellation);

        created.Name.ShouldBe("Ada Lovelace");
    }

    private static FakeCustomerClient OneName()
    {
        FieldSupport part = new(Support.Emulated, Support.Emulated, Support.Unsupported, Support.Unsupported);
        return WithFields(new() { [CustomerField.Name] = FieldSupport.All(Support.Native), [CustomerField.FirstName] = part, [CustomerField.LastName] = part });
    }

    private static FakeCustomerClient TwoNames() => WithFields(new()
    {
        [CustomerField.Name] = FieldSupport.All(Support.Emulated),
        [CustomerField.FirstName] = FieldSupport.All(Support.Native),
        [CustomerField.LastName] = FieldSupport.All(Support.Native),
    });

    private static FakeCustomerClient WithFields(Dictionary<CustomerField, FieldSupport> fields) =>
        new(FakeCustomerClient.Everything with { Fields = fields, UniqueKey = UniqueKey.None });
}
