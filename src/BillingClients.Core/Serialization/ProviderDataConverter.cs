using System.Text.Json;
using System.Text.Json.Serialization;

namespace BillingClients.Providers;

/// <summary>
/// Reads and writes <see cref="ProviderData"/> as the provider's own JSON, with the record's name in <c>$type</c>. What is not registered in
/// <see cref="ProviderRecords"/> is kept when it is read, and written back unchanged.
/// </summary>
public sealed class ProviderDataConverter : JsonConverter<ProviderData>
{
    /// <inheritdoc/>
    public override ProviderData Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        Dictionary<string, JsonElement> properties = RecordJson.Read(ref reader, out string? name);
        return ProviderRecords.Find<ProviderData>(name) is { } record
            ? (ProviderData)record.Read(properties)
            : new KeptProviderData(name) { AdditionalProperties = properties.Count == 0 ? null : properties };
    }

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">The record is not registered.</exception>
    public override void Write(Utf8JsonWriter writer, ProviderData value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        if (value is KeptProviderData kept)
        {
            RecordJson.Write(writer, kept.Name, kept.Properties);
        }
        else
        {
            ProviderRecords.Registered(value.GetType()).Write(writer, value);
        }
    }
}
