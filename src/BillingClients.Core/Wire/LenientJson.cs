using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace BillingClients.Providers;

/// <summary>
/// Reads an answer in which facts have the wrong JSON type. Each such fact becomes null, and its JSON is kept with the unknown fields of the object that it
/// belongs to. The mapping then decides whether the operation can do without the fact.
/// </summary>
internal static class LenientJson
{
    /// <summary>Reads an answer.</summary>
    /// <typeparam name="T">The answer in the provider's words.</typeparam>
    /// <param name="json">The answer.</param>
    /// <param name="contract">The contract.</param>
    /// <exception cref="JsonException">The answer is not JSON, is not an object, or has too many wrong facts.</exception>
    internal static T? Read<T>(ReadOnlySpan<byte> json, JsonTypeInfo<T> contract)
    {
        try
        {
            return JsonSerializer.Deserialize(json, contract);
        }
        catch (JsonException)
        {
            if (TryRead(json, contract, out T? value))
            {
                return value;
            }

            throw;
        }
    }

    /// <summary>Reads an answer that its contract could not read.</summary>
    /// <typeparam name="T">The answer in the provider's words.</typeparam>
    /// <param name="json">The answer.</param>
    /// <param name="contract">The contract.</param>
    /// <param name="value">What was read.</param>
    /// <returns>False if the answer is not JSON, is not an object, or has too many wrong facts.</returns>
    internal static bool TryRead<T>(ReadOnlySpan<byte> json, JsonTypeInfo<T> contract, [MaybeNullWhen(false)] out T value)
    {
        try
        {
            if (WrongFacts.Find(json, contract) is { } wrong && JsonSerializer.Deserialize(wrong.SetToNull(json), contract) is { } read)
            {
                wrong.KeepIn(read, json);
                value = read;
                return true;
            }
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            // Broken JSON, or half of a surrogate pair in a name. The caller throws the exception of its own reading.
        }

        value = default;
        return false;
    }
}
