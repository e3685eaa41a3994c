using System.Text.Json;
using System.Text.Json.Serialization;

namespace BillingClients.Providers;

/// <summary>
/// Reads and writes <see cref="ProviderFields"/> as the provider's own JSON, with the record's name in <c>$type</c>. What is not registered in
/// <see cref="ProviderRecords"/> is kept when it is read, and written back unchanged.
/// </summary>
public sealed class ProviderFieldsConverter : JsonConverter<ProviderFields>
{
    /// <inheritdoc/>
    public override ProviderFields Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        Dictionary<string, JsonElement> properties = RecordJson.Read(ref reader, out string? name);
        if (name is null)
        {
            throw new JsonException(
                $"Provider fields have no \"{RecordJson.NameProperty}\". Write the provider's name and the record's in it, such as \"<provider>.customerFields\".");
        }

        return ProviderRecords.Find<ProviderFields>(name) is { } record ? (ProviderFields)record.Read(properties) : new KeptProviderFields(name, properties);
    }

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">The record is not registered.</exception>
    public override void Write(Utf8JsonWriter writer, ProviderFields value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        if (value is KeptProviderFields kept)
        {
            RecordJson.Write(writer, kept.Name, kept.Properties);
        }
        else
        {
            ProviderRecords.Registered(value.GetType()).Write(writer, value);
        }
    }
}
