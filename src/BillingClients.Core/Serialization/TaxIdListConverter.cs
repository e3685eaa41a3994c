using System.Text.Json;
using System.Text.Json.Serialization;

namespace BillingClients.Providers;

/// <summary>Reads and writes tax numbers as an array of objects.</summary>
public sealed class TaxIdListConverter : JsonConverter<TaxIdList>
{
    /// <inheritdoc/>
    public override TaxIdList Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        JsonSerializer.Deserialize(ref reader, ModelContract.Of<TaxId[]>(options))!;

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, TaxIdList value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        writer.WriteStartArray();
        foreach (TaxId taxId in value)
        {
            JsonSerializer.Serialize(writer, taxId, ModelContract.Of<TaxId>(options));
        }

        writer.WriteEndArray();
    }
}
