using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace BillingClients.Providers;

/// <summary>
/// Writes an object that is a property of a request's body as if it stood alone. The serializer keeps a stack for objects inside of objects, 344 bytes for each
/// body; this saves it. Not for what is read: the path in a <see cref="JsonException"/> would begin at the property. For writing a provider.
/// </summary>
/// <typeparam name="T">The object's type; the serializer context must know it.</typeparam>
public sealed class NestedConverter<T> : JsonConverter<T>
    where T : class
{
    /// <inheritdoc/>
    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        JsonSerializer.Serialize(writer, value, (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T)));
    }
}
