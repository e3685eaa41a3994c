using System.Text.Json;
using System.Text.Json.Serialization;

namespace BillingClients.Providers;

/// <summary>Reads and writes <see cref="OptionalTaxIds"/> as <see cref="OptionalConverter{T}"/> does.</summary>
public sealed class OptionalTaxIdsConverter : JsonConverter<OptionalTaxIds>
{
    private static readonly OptionalConverter<TaxIdList?> Change = new();

    /// <inheritdoc/>
    public override bool HandleNull => true;

    /// <inheritdoc/>
    public override OptionalTaxIds Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Change.Read(ref reader, typeof(Optional<TaxIdList?>), options);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, OptionalTaxIds value, JsonSerializerOptions options) =>
        Change.Write(writer, value.IsSet ? new(value.Value) : default, options);
}
