namespace BillingClients.Wire.Tests.Mappings;

/// <summary>A stub: a request, and what it is answered with.</summary>
public sealed record Mapping
{
    /// <summary>The provider, the operation and the case, such as <c>flexprice create: minimal</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The request.</summary>
    public required MappingRequest Request { get; init; }

    /// <summary>The answer.</summary>
    public required MappingResponse Response { get; init; }
}
