using System.Diagnostics;
using System.Text.Json.Serialization;
using BillingClients.Providers;

namespace BillingClients;

/// <summary>What a customer of Flexprice is called at another service.</summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record FlexpriceIntegrationMapping
{
    /// <summary>The id at Flexprice.</summary>
    public string? EntityId { get; init; }

    /// <summary>The kind of thing at Flexprice.</summary>
    public string? EntityType { get; init; }

    /// <summary>The other service.</summary>
    public string? ProviderType { get; init; }

    /// <summary>The id at the other service.</summary>
    public string? ProviderEntityId { get; init; }

    /// <summary>Your own keys and values.</summary>
    [JsonConverter(typeof(MetadataConverter))]
    public IReadOnlyDictionary<string, string>? Metadata { get; init; }

    /// <summary>The type's name only: ids are personal data.</summary>
    public override string ToString() => nameof(FlexpriceIntegrationMapping);
}
