using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace BillingClients.Providers;

/// <summary>
/// How a type inside of a model is read and written: with the application's options, even if its own serializer context knows the model only.
/// </summary>
internal static class ModelContract
{
    private static readonly ConditionalWeakTable<JsonSerializerOptions, JsonSerializerOptions> WithModels = new();

    /// <summary>Reads a value.</summary>
    /// <exception cref="JsonException">It is not such a value. The serializer that called the converter adds the path of the property.</exception>
    internal static T? Read<T>(ref Utf8JsonReader reader, JsonSerializerOptions options)
    {
        try
        {
            return JsonSerializer.Deserialize(ref reader, Of<T>(options));
        }
        catch (JsonException failure)
        {
            // Its own path begins at the value.
            throw new JsonException(message: null, failure);
        }
    }

    internal static JsonTypeInfo<T> Of<T>(JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return (JsonTypeInfo<T>)(options.TryGetTypeInfo(typeof(T), out JsonTypeInfo? known)
            ? known
            : WithModels.GetValue(options, static given => new(given) { TypeInfoResolver = BillingJsonContext.Default }).GetTypeInfo(typeof(T)));
    }
}
