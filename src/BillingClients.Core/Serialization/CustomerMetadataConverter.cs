using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace BillingClients.Providers;

/// <summary>
/// Reads metadata from an object, or from a string that contains one. A value that is not a string is kept as its JSON text, and an entry that is null is left
/// out. Writes an object.
/// </summary>
public sealed class CustomerMetadataConverter : JsonConverter<CustomerMetadata>
{
    /// <inheritdoc/>
    public override CustomerMetadata? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType switch
        {
            JsonTokenType.StartObject => ReadMap(ref reader),
            JsonTokenType.String => ReadText(LenientStringConverter.ReadText(ref reader)),
            _ => throw new JsonException(),
        };

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, CustomerMetadata value, JsonSerializerOptions options)
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

    private static CustomerMetadata? ReadText(string text)
    {
        Utf8JsonReader reader = new(Encoding.UTF8.GetBytes(text));
        if (!reader.Read() || reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.Null))
        {
            throw new JsonException();
        }

        return reader.TokenType == JsonTokenType.Null ? null : ReadMap(ref reader);
    }

    private static CustomerMetadata ReadMap(ref Utf8JsonReader reader)
    {
        Dictionary<string, string> metadata = [];
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string key = LenientStringConverter.ReadText(ref reader);
            reader.Read();
            if (reader.TokenType == JsonTokenType.Null)
            {
                metadata.Remove(key);
            }
            else
            {
                metadata[key] = ReadValue(ref reader);
            }
        }

        return CustomerMetadata.Around(metadata);
    }

    private static string ReadValue(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            return LenientStringConverter.ReadText(ref reader);
        }

        using JsonDocument value = JsonDocument.ParseValue(ref reader);
        return value.RootElement.GetRawText();
    }
}
