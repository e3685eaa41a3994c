using System.Text.Json;

namespace BillingClients.Wire.Tests.Mappings;

/// <summary>What a body is compared with.</summary>
public sealed record BodyPattern
{
    /// <summary>The same members and values, in any order of members; nothing more and nothing less.</summary>
    public required JsonElement EqualToJson { get; init; }
}
