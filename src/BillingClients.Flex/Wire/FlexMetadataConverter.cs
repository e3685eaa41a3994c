using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using BillingClients.Providers;

namespace BillingClients.Wire;

/// <summary>Writes metadata as a text that holds a JSON object; reads the object, or such a text.</summary>
internal sealed class FlexMetadataConverter : JsonConverter<FlexMetadata>
{
    private const string Field = "customer.metadata";

    // The text is escaped once more by the writer of the body; once is enough.
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly FlexTextsJsonContext PlainTexts = new(new JsonSerializerOptions { Encoder = Plain.Encoder });

    /// <inheritdoc/>
    public override FlexMetadata Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        JsonElement metadata = JsonElement.ParseValue(ref reader);
        return new FlexMetadata { Stored = StoredMetadata.Entries(metadata.ValueKind == JsonValueKind.String ? HeldBy(metadata) : metadata, Field) };
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, FlexMetadata value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Stored.Count == 0 ? JsonSerializer.SerializeToUtf8Bytes(value.Texts, PlainTexts.IReadOnlyDictionaryStringString) : TextOf(value));

    // What is stored goes back as it came, which the serializer would not do.
    private static ReadOnlySpan<byte> TextOf(FlexMetadata value)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter text = new(buffer, Plain))
        {
            text.WriteStartObject();
            foreach ((string name, JsonElement stored) in value.Stored)
            {
                text.WritePropertyName(name);
                text.WriteRawValue(stored.GetRawText());
            }

            foreach ((string name, string entry) in value.Texts)
            {
                text.WriteString(name, entry);
            }

            text.WriteEndObject();
        }

        return buffer.WrittenSpan;
    }

    private static JsonElement HeldBy(JsonElement text)
    {
        try
        {
            using JsonDocument held = JsonDocument.Parse(text.GetString()!);
            return held.RootElement.Clone();
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            throw new WireFormatException(Field);
        }
    }
}
