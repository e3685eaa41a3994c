using System.Text.Json;

namespace BillingClients.Wire.Tests.Mappings;

/// <summary>What a stub answers.</summary>
public sealed record MappingResponse
{
    /// <summary>The status.</summary>
    public required int Status { get; init; }

    /// <summary>The headers.</summary>
    public IReadOnlyDictionary<string, string>? Headers { get; init; }

    /// <summary>The body, when it is JSON.</summary>
    public JsonElement? JsonBody { get; init; }

    /// <summary>The body, when it is another text.</summary>
    public string? Body { get; init; }
}
