namespace BillingClients.Providers.Tests.Flex;

/// <summary>Flex has first and last name; the common model has the whole name, too.</summary>
public sealed class NameTests : IAsyncLifetime
{
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly FlexFixture _fixture = new();

    public ValueTask InitializeAsync() => _fixture.InitializeAsync();

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    [Theory]
    [InlineData("Ada Lovelace", "Ada", "Lovelace")]
    [InlineData("Augusta Ada King", "Augusta Ada", "King")]
    [InlineData("  Ada   Lovelace ", "Ada", "Lovelace")]
    public async Task A_name_alone_is_split_at_its_last_space(string name, string first, string last)
    {
        Customer created = await _fixture.Client.CreateAsync(new CustomerCreate { Name = name }, cancellationToken: None);
        Customer updated = await _fixture.Client.UpdateAsync(CustomerKey.FromId(created.Id), new CustomerUpdate { Name = name }, cancellationToken: None);

        _fixture.Provider.Requests.ShouldAllBe(request => request.BodyText == $$$"""{"customer":{"first_name":"{{{first}}}","last_name":"{{{last}}}"}}""");
        created.FirstName.ShouldBe(first);
        created.LastName.ShouldBe(last);
        updated.Name.ShouldBe($"{first} {last}");
    }

    [Fact]
    public async Task Both_parts_go_before_the_name()
    {
        Customer created = await _fixture.Client.CreateAsync(FlexFixture.Ada with { Name = "Countess" }, cancellationToken: None);
        await _fixture.Client.UpdateAsync(
            CustomerKey.FromId(created.Id), new CustomerUpdate { Name = "Countess", FirstName = "Augusta", LastName = "King" }, cancellationToken: None);

        created.Name.ShouldBe("Ada Lovelace");
        _fixture.Provider.Requests[^1].BodyText.ShouldBe("""{"customer":{"first_name":"Augusta","last_name":"King"}}""");
    }

    [Fact]
    public async Task One_part_alone_is_sent_alone()
    {
        Customer created = await _fixture.Client.CreateAsync(new CustomerCreate { LastName = "Lovelace" }, cancellationToken: None);

        created.Name.ShouldBe("Lovelace");
        created.FirstName.ShouldBeNull();
        _fixture.Provider.Requests.ShouldHaveSingleItem().BodyText.ShouldBe("""{"customer":{"last_name":"Lovelace"}}""");
    }

    [Fact]
    public async Task Clearing_the_name_clears_both_parts()
    {
        Customer created = await _fixture.Client.CreateAsync(FlexFixture.Ada, cancellationToken: None);

        Customer updated = await _fixture.Client.UpdateAsync(CustomerKey.FromId(created.Id), new CustomerUpdate { Name = null }, cancellationToken: None);

        _fixture.Provider.Requests[^1].BodyText.ShouldBe("""{"customer":{"first_name":null,"last_name":null}}""");
        updated.Name.ShouldBeNull();
    }
}
