namespace BillingClients.Wire.Tests.Mappings;

/// <summary>The request that a stub is for.</summary>
public sealed record MappingRequest
{
    /// <summary>The verb.</summary>
    public required string Method { get; init; }

    /// <summary>The whole path.</summary>
    public required string UrlPath { get; init; }

    /// <summary>Query parameters: required values, and those that must be absent.</summary>
    public IReadOnlyDictionary<string, ValuePattern>? QueryParameters { get; init; }

    /// <summary>The headers.</summary>
    public IReadOnlyDictionary<string, ValuePattern>? Headers { get; init; }

    /// <summary>The body; null for none.</summary>
    public IReadOnlyList<BodyPattern>? BodyPatterns { get; init; }
}
