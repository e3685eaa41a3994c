using System.Buffers;
using System.Text.Json;

namespace BillingClients.Providers;

/// <summary>The JSON of a provider's record: an object with the record's name in <c>$type</c>.</summary>
internal static class RecordJson
{
    internal const string NameProperty = "$type";

    /// <summary>Reads an object.</summary>
    /// <param name="reader">Stands at the object.</param>
    /// <param name="name">The first <c>$type</c>, wherever it stands, because a database may reorder properties; null if there is none.</param>
    /// <returns>All other properties. A second <c>$type</c> is the provider's own.</returns>
    /// <exception cref="JsonException">It is not an object.</exception>
    internal static Dictionary<string, JsonElement> Read(ref Utf8JsonReader reader, out string? name)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException($"A provider's record is an object. Write its name in \"{NameProperty}\", beside its properties.");
        }

        name = null;
        Dictionary<string, JsonElement> properties = new(StringComparer.Ordinal);
        foreach (JsonProperty property in JsonElement.ParseValue(ref reader).EnumerateObject())
        {
            if (name is null && property.Value.ValueKind == JsonValueKind.String && property.NameEquals(NameProperty))
            {
                name = property.Value.GetString();
            }
            else
            {
                properties[property.Name] = property.Value;
            }
        }

        return properties;
    }

    /// <summary>Writes an object, its name first.</summary>
    /// <param name="writer">Where to write it.</param>
    /// <param name="name">The record's name; null to write none.</param>
    /// <param name="properties">The other properties.</param>
    internal static void Write(Utf8JsonWriter writer, string? name, IEnumerable<KeyValuePair<string, JsonElement>> properties)
    {
        writer.WriteStartObject();
        if (name is not null)
        {
            writer.WriteString(NameProperty, name);
        }

        foreach ((string property, JsonElement value) in properties)
        {
            writer.WritePropertyName(property);
            KeptJson.Write(writer, value);
        }

        writer.WriteEndObject();
    }

    /// <summary>The properties as one object, as they came and without a name.</summary>
    internal static ReadOnlySpan<byte> ToObject(IEnumerable<KeyValuePair<string, JsonElement>> properties)
    {
        ArrayBufferWriter<byte> json = new();
        using Utf8JsonWriter writer = new(json);
        writer.WriteStartObject();
        foreach ((string property, JsonElement value) in properties)
        {
            writer.WritePropertyName(property);
            writer.WriteRawValue(value.GetRawText(), skipInputValidation: true);
        }

        writer.WriteEndObject();
        writer.Flush();
        return json.WrittenSpan;
    }
}
