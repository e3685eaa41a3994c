using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using BillingClients.Testing;

namespace BillingClients.Ledgerly.Tests.Simulation;

/// <summary>A stored customer: its fields as they were sent.</summary>
internal sealed record LedgerlyRecord(string Id, DateTimeOffset CreatedAt)
{
    private ImmutableSortedDictionary<string, JsonElement> Fields { get; init; } = ImmutableSortedDictionary<string, JsonElement>.Empty;

    internal string? Text(string field) => Fields.TryGetValue(field, out JsonElement value) ? value.GetString() : null;

    /// <summary>This customer with the fields of a request.</summary>
    internal LedgerlyRecord With(JsonElement request) =>
        this with { Fields = Fields.SetItems(request.EnumerateObject().Select(static field => KeyValuePair.Create(field.Name, field.Value))) };

    internal JsonObject ToJson() => new(Fields.Select(static field => KeyValuePair.Create(field.Key, JsonNode.Parse(field.Value.GetRawText()))))
    {
        ["id"] = Id,
        ["created"] = CreatedAt.ToUnixTimeSeconds(),
    };

    internal SimulatedCustomer ToSimulated() => new(() => ToJson().ToJsonString())
    {
        Id = Id,
        ExternalId = Text("ref"),
        Email = Text("email"),
        CreatedAt = CreatedAt,
    };
}
