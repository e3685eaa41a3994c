using System.Text.Json;
using System.Text.Json.Serialization;

namespace BillingClients.Providers;

/// <summary>Reads and writes tax numbers as an array of objects.</summary>
public sealed class TaxIdListConverter : JsonConverter<TaxIdList>
{
    /// <inheritdoc/>
    public override TaxIdList Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException();
        }

        // Each by itself, as it is written: with ReferenceHandler.Preserve, each has the same "$id".
        List<TaxId> taxIds = [];
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            taxIds.Add(ModelContract.Read<TaxId>(ref reader, options)!);
        }

        return [.. taxIds];
    }

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
