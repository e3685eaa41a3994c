using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace BillingClients.Testing;

/// <summary>A stored customer. What was not given is null, and absent in answers.</summary>
internal sealed record FlexCustomer
{
    public required string Id { get; init; }
    public string? FirstName { get; init; }
    public string? LastName { get; init; }
    public string? Email { get; init; }
    public string? Phone { get; init; }
    public string? Employer { get; init; }
    public FlexShipping? Shipping { get; init; }
    public JsonElement? Metadata { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required bool TestMode { get; init; }

    /// <summary>The customer without its envelope, as a list has it.</summary>
    public JsonObject ToJson()
    {
        var json = new JsonObject { ["customer_id"] = Id };
        Add(json, "first_name", FirstName);
        Add(json, "last_name", LastName);
        Add(json, "email", Email);
        Add(json, "phone", Phone);
        Add(json, "employer", Employer);
        Add(json, "shipping", Shipping?.ToJson());
        Add(json, "metadata", Metadata is { } metadata ? JsonObject.Create(metadata) : null);
        json["created_at"] = CreatedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        json["test_mode"] = TestMode;
        return json;
    }

    /// <summary>The customer as every answer but the list has it.</summary>
    public SimulatedAnswer ToAnswer() => new JsonObject { ["customer"] = ToJson() }.Answer(200);

    private static void Add(JsonObject json, string name, JsonNode? value)
    {
        if (value is not null)
        {
            json[name] = value;
        }
    }
}
