using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Serialization;
using BillingClients.Providers;

namespace BillingClients;

/// <summary>A provider's answer in its own words. Each provider's package derives its own.</summary>
[JsonConverter(typeof(ProviderDataConverter))]
[DebuggerDisplay("{ToString(),nq}")]
public abstract record ProviderData
{
    /// <summary>Fields that this library does not know, as they came; null when there were none.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    /// <summary>The type's name only: the fields are personal data.</summary>
    public sealed override string ToString() => GetType().Name;
}
