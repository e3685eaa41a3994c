using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace BillingClients.Providers;

/// <summary>Reads and writes a <see cref="WireTimestamp"/>.</summary>
public sealed class WireTimestampConverter : JsonConverter<WireTimestamp>
{
    /// <inheritdoc/>
    public override WireTimestamp Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.String => new WireTimestamp(LenientStringConverter.ReadText(ref reader), isNumber: false),
        JsonTokenType.Number => new WireTimestamp(Encoding.UTF8.GetString(reader.ValueSpan), isNumber: true),
        _ => throw new JsonException(),
    };

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, WireTimestamp value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (value.IsNumber)
        {
            writer.WriteRawValue(value.Text);
        }
        else
        {
            writer.WriteStringValue(value.Text);
        }
    }
}
