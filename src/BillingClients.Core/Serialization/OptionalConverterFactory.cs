using System.Text.Json;
using System.Text.Json.Serialization;

namespace BillingClients.Serialization;

/// <summary>
/// Makes the converter of an <see cref="Optional{T}"/>, for the types that <see cref="CustomerUpdate"/> has. The set is closed, because a native program has no
/// code for a converter that is only named at run time. A property of another type needs its own
/// <c>[JsonConverter(typeof(OptionalConverter&lt;MyType&gt;))]</c>.
/// </summary>
public sealed class OptionalConverterFactory : JsonConverterFactory
{
    /// <inheritdoc/>
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert is { IsGenericType: true } && typeToConvert.GetGenericTypeDefinition() == typeof(Optional<>);

    /// <inheritdoc/>
    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(typeToConvert);
        return typeToConvert == typeof(Optional<string>) ? new OptionalConverter<string>()
            : typeToConvert == typeof(Optional<bool?>) ? new OptionalConverter<bool?>()
            : typeToConvert == typeof(Optional<Address>) ? new OptionalConverter<Address>()
            : throw new NotSupportedException(
                $"{typeToConvert} has no converter of its own. Put [JsonConverter(typeof(OptionalConverter<MyType>))] on the property, with its type.");
    }
}
