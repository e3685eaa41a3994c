namespace BillingClients.Testing.Tests;

internal static class FlexClients
{
    public const string Live = "fsk_01JD3Q5N0T8Y4W2V6X9Z1A7B3L";

    /// <summary>A plain client with that key, or the simulator's own.</summary>
    public static RawClient Flex(this SimulatorFixture fixture, string? key = null) =>
        fixture.ClientOf(fixture.Simulator.Flex, "Authorization", "Bearer " + (key ?? fixture.Simulator.Flex.ApiKey));

    /// <summary>Stores a customer, and gives its id.</summary>
    public static async Task<string> StoreFlexAsync(this RawClient client, string customer = "{}")
    {
        RawAnswer answer = await client.PostAsync("/v1/customers", $$"""{"customer":{{customer}} }""");
        answer.Status.ShouldBe(200);
        return answer.Json["customer"]!["customer_id"]!.ToString();
    }
}
