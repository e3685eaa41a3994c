using System.Text.Json;
using System.Text.Json.Serialization;

namespace BillingClients.Wire.Tests.Stages;

/// <summary>Writes a provider's record with its own fields, and not only with those of the base class.</summary>
internal sealed class ProviderDataConverter : JsonConverter<ProviderData>
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert == typeof(ProviderData);

    public override ProviderData Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

    public override void Write(Utf8JsonWriter writer, ProviderData value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value, value.GetType(), options);
}
