using System.Text.Json.Serialization;

namespace OwnEndpoints;

/// <summary>A subscription at Flexprice.</summary>
public sealed record Subscription(
    string Id, [property: JsonPropertyName("subscription_status")] string Status, [property: JsonPropertyName("start_date")] DateTimeOffset StartDate);
