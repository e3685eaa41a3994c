namespace BillingClients.Testing.Tests.Flex;

public sealed class FlexIdempotencyTests
{
    private const string Ada = """{"customer":{"first_name":"Ada"}}""";

    [Fact]
    public async Task By_default_the_key_is_not_looked_at()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();

        await CreateAsync(fixture, Ada);
        await CreateAsync(fixture, Ada);

        fixture.Simulator.Flex.Customers.Count.ShouldBe(2);
    }

    [Fact]
    public async Task When_it_is_honoured_a_repeat_is_answered_alike_and_changes_nothing()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        fixture.Simulator.Flex.HonorsIdempotencyKeys = true;

        RawAnswer[] answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => CreateAsync(fixture, Ada)));

        answers.Select(answer => answer.Text).Distinct().ShouldHaveSingleItem();
        string id = fixture.Simulator.Flex.Customers.ShouldHaveSingleItem().Id;
        await fixture.Flex().PostAsync("/v1/customers", Ada);
        await CreateAsync(fixture, Ada, "another");
        fixture.Simulator.Flex.Customers.Count.ShouldBe(3);
        RawAnswer updated = await fixture.Flex().SendAsync(
            "PATCH", $"/v1/customers/{id}", """{"customer":{"first_name":"Augusta"}}""", headers: ("Idempotency-Key", "first"));
        updated.Json["customer"]!["first_name"]!.ToString().ShouldBe("Augusta");
    }

    private static Task<RawAnswer> CreateAsync(SimulatorFixture fixture, string body, string key = "first") =>
        fixture.Flex().SendAsync("POST", "/v1/customers", body, headers: ("Idempotency-Key", key));
}
