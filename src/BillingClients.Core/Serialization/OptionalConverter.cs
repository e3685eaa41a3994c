using System.Text.Json;
using System.Text.Json.Serialization;

namespace BillingClients.Providers;

/// <summary>
/// Reads and writes an <see cref="Optional{T}"/>: its value, or null when it is set to null. A property that is unset cannot be written: put
/// <c>[JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]</c> on it, which leaves it out.
/// </summary>
/// <typeparam name="T">The type of the value. The serializer context must contain it, if it is not one of the common model.</typeparam>
public sealed class OptionalConverter<T> : JsonConverter<Optional<T>>
{
    /// <inheritdoc/>
    public override bool HandleNull => true;

    /// <inheritdoc/>
    public override Optional<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(ModelContract.Read<T>(ref reader, options)!);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Optional<T> value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (!value.IsSet)
        {
            throw new InvalidOperationException(
                "An unset property cannot be written."
                + " Put [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] on the property, so that it is left out.");
        }

        if (value.Value is null)
        {
            writer.WriteNullValue();
        }
        else
        {
            JsonSerializer.Serialize(writer, value.Value, ModelContract.Of<T>(options));
        }
    }
}
