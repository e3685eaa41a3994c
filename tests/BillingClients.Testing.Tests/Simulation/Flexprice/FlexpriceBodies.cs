namespace BillingClients.Testing.Tests.Flexprice;

internal static class FlexpriceBodies
{
    public const string Ada = """
        {
          "external_id": "crm-1815", "name": "Ada Lovelace", "email": "ada@example.com",
          "address_line1": "1 Market Street", "address_line2": "Suite 300", "address_city": "San Francisco", "address_state": "CA",
          "address_postal_code": "94105", "address_country": "US", "metadata": { "tier": "gold" }
        }
        """;

    public static string Named(string externalId, string name = "Ada Lovelace") => $$"""{"external_id":"{{externalId}}","name":"{{name}}"}""";

    public static Task<RawAnswer> SearchAsync(this RawClient client, string json = "{}") => client.PostAsync("/customers/search", json);

    public static async Task<string> CreateAsync(this RawClient client, string json)
    {
        RawAnswer answer = await client.PostAsync("/customers", json);
        answer.Status.ShouldBe(201);
        return answer.Json["id"]!.ToString();
    }
}
