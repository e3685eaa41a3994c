using System.Text.Json;
using System.Text.Json.Serialization;

namespace BillingClients.Providers;

/// <summary>Reads and writes a <see cref="CustomerMode"/> as a JSON string; <c>default</c> is null in JSON.</summary>
public sealed class CustomerModeConverter : JsonConverter<CustomerMode>
{
    /// <inheritdoc/>
    public override bool HandleNull => true;

    /// <inheritdoc/>
    public override CustomerMode Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetString());

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, CustomerMode value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(value.Value);
    }
}
