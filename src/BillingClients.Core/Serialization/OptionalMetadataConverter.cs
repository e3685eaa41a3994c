using System.Text.Json;
using System.Text.Json.Serialization;

namespace BillingClients.Providers;

/// <summary>Reads and writes <see cref="OptionalMetadata"/> as <see cref="OptionalConverter{T}"/> does.</summary>
public sealed class OptionalMetadataConverter : JsonConverter<OptionalMetadata>
{
    private static readonly OptionalConverter<CustomerMetadata?> Change = new();

    /// <inheritdoc/>
    public override bool HandleNull => true;

    /// <inheritdoc/>
    public override OptionalMetadata Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Change.Read(ref reader, typeof(Optional<CustomerMetadata?>), options);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, OptionalMetadata value, JsonSerializerOptions options) =>
        Change.Write(writer, value.IsSet ? new(value.Value) : default, options);
}
