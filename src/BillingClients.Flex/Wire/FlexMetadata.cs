using System.Text.Json;
using System.Text.Json.Serialization;

namespace BillingClients.Wire;

/// <summary>Metadata on its way to Flex: a text that holds a JSON object. On the way back it is the object.</summary>
[JsonConverter(typeof(FlexMetadataConverter))]
internal sealed class FlexMetadata
{
    private static readonly Dictionary<string, JsonElement> Nothing = [];

    /// <summary>The caller's entries.</summary>
    internal IReadOnlyDictionary<string, string> Texts { get; init; } = CustomerMetadata.Empty;

    /// <summary>Entries as they are stored, of whatever type; none of them is among <see cref="Texts"/>.</summary>
    internal IReadOnlyDictionary<string, JsonElement> Stored { get; init; } = Nothing;
}
