namespace BillingClients.Testing.Tests;

/// <summary>What the tests of Atlas send.</summary>
internal static class AtlasRequests
{
    public const string Ada = """
        {
          "email": "ada@example.com", "name": "Ada Lovelace", "phone": "+442071234567", "description": "Annual plan, London office",
          "billing_address": {
            "line1": "12 St James's Square", "line2": "Floor 2", "city": "London", "state": "Greater London", "postal_code": "SW1Y 4JH", "country": "GB"
          },
          "shipping_address": { "line1": "12 St James's Square", "city": "London", "country": "GB" },
          "tax_exempt": true, "tax_ids": [ { "type": "eu_vat", "value": "DE123456789" } ], "metadata": { "external_id": "crm-1815" }
        }
        """;

    public const string NobodysId = "6f1f0c0e-6a63-4f0e-9b0a-3f1d5d2f8a11";

    public static RawClient Atlas(this SimulatorFixture fixture, string? key = null) =>
        fixture.ClientOf(fixture.Simulator.Atlas, "Authorization", $"Bearer {key ?? fixture.Simulator.Atlas.ApiKey}");

    /// <summary>Stores a customer, and returns its id.</summary>
    public static async Task<string> StoreAsync(this RawClient client, string json = Ada)
    {
        RawAnswer answer = await client.PostAsync("/customers", json);
        answer.Status.ShouldBeInRange(200, 201, answer.Text);
        return answer.Json["id"]!.ToString();
    }

    public static void ShouldBeError(this RawAnswer answer, int status, string code, string message)
    {
        answer.Status.ShouldBe(status, answer.Text);
        answer.ContentType.ShouldBe("application/json");
        answer.Text.ShouldBe($$$"""{"error":{"code":"{{{code}}}","message":"{{{message}}}"}}""");
    }
}
