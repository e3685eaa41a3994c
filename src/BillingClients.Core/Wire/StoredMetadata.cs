using System.Text.Json;

namespace BillingClients.Providers;

/// <summary>Metadata as it is stored, for an update that sends part of it back. Pure. For writing a provider.</summary>
public static class StoredMetadata
{
    /// <summary>The entries, each with the value that is stored: a number stays a number.</summary>
    /// <param name="metadata">The map; null, or an empty array as PHP writes an empty map, for no entries.</param>
    /// <param name="field">The field, in the provider's words.</param>
    /// <exception cref="WireFormatException">It is something else. It is refused, because an update would overwrite it.</exception>
    public static IReadOnlyDictionary<string, JsonElement> Entries(JsonElement? metadata, string field)
    {
        try
        {
            return metadata switch
            {
                null or { ValueKind: JsonValueKind.Null or JsonValueKind.Undefined } => Read([]),
                { ValueKind: JsonValueKind.Object } map => Read(map.EnumerateObject()),
                { ValueKind: JsonValueKind.Array } list when list.GetArrayLength() == 0 => Read([]),
                _ => throw new WireFormatException(field),
            };
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair in a name.
            throw new WireFormatException(field);
        }
    }

    private static Dictionary<string, JsonElement> Read(IEnumerable<JsonProperty> entries)
    {
        Dictionary<string, JsonElement> stored = new(StringComparer.Ordinal);
        foreach (JsonProperty entry in entries)
        {
            stored[entry.Name] = entry.Value;
        }

        return stored;
    }
}
