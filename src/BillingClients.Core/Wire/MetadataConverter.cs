using System.Text.Json;
using System.Text.Json.Serialization;

namespace BillingClients.Providers;

/// <summary>
/// Reads a map of metadata: an object, or a text that holds one. A value that is not text is kept as its JSON. Writes an object. For writing a provider.
/// </summary>
public sealed class MetadataConverter : JsonConverter<IReadOnlyDictionary<string, string>>
{
    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, string>? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            return Parse(LenientStringConverter.ReadText(ref reader));
        }

        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException();
        }

        using JsonDocument document = JsonDocument.ParseValue(ref reader);
        return Map(document.RootElement);
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, IReadOnlyDictionary<string, string> value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        writer.WriteStartObject();
        foreach ((string key, string text) in value)
        {
            writer.WriteString(key, text);
        }

        writer.WriteEndObject();
    }

    private static Dictionary<string, string>? Parse(string text)
    {
        using JsonDocument document = JsonDocument.Parse(text);
        return document.RootElement.ValueKind switch
        {
            JsonValueKind.Object => Map(document.RootElement),
            JsonValueKind.Null => null,
            _ => throw new JsonException(),
        };
    }

    private static Dictionary<string, string> Map(JsonElement map)
    {
        Dictionary<string, string> metadata = [];
        foreach (JsonProperty entry in map.EnumerateObject())
        {
            metadata[Name(entry)] = entry.Value.ValueKind == JsonValueKind.String ? WireJson.Text(entry.Value) : entry.Value.GetRawText();
        }

        return metadata;
    }

    private static string Name(JsonProperty entry)
    {
        try
        {
            return entry.Name;
        }
        catch (InvalidOperationException)
        {
            throw new JsonException();
        }
    }
}
