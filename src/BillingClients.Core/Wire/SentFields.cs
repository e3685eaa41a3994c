using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace BillingClients.Providers;

/// <summary>Compares what was sent with what is stored, field by field, as JSON. Pure. For writing a provider.</summary>
public static class SentFields
{
    /// <summary>The fields that were sent and are not stored with the value that was sent.</summary>
    /// <typeparam name="TSent">The request.</typeparam>
    /// <typeparam name="TStored">The answer.</typeparam>
    /// <param name="sent">The request.</param>
    /// <param name="sentType">How the request is written; what it leaves out was not sent.</param>
    /// <param name="stored">The answer.</param>
    /// <param name="storedType">How the answer is written.</param>
    /// <param name="neverReturned">Top-level fields that the provider takes and does not return.</param>
    /// <returns>The paths of the fields; empty when all are stored. Null, an empty text and absence are the same.</returns>
    public static IReadOnlyList<string> Differences<TSent, TStored>(
        TSent sent, JsonTypeInfo<TSent> sentType, TStored stored, JsonTypeInfo<TStored> storedType, params string[] neverReturned)
    {
        ArgumentNullException.ThrowIfNull(neverReturned);
        JsonElement storedJson = JsonSerializer.SerializeToElement(stored, storedType);
        List<string> differences = [];
        foreach (JsonProperty field in JsonSerializer.SerializeToElement(sent, sentType).EnumerateObject())
        {
            if (!neverReturned.Contains(field.Name))
            {
                Compare(field.Name, field.Value, ErrorResponse.Member(storedJson, field.Name), differences);
            }
        }

        return differences;
    }

    private static void Compare(string path, JsonElement sent, JsonElement stored, List<string> differences)
    {
        if (sent.ValueKind == JsonValueKind.Object && !IsNothing(stored))
        {
            foreach (JsonProperty field in sent.EnumerateObject())
            {
                Compare($"{path}.{field.Name}", field.Value, ErrorResponse.Member(stored, field.Name), differences);
            }
        }
        else if (!IsSame(sent, stored))
        {
            differences.Add(path);
        }
    }

    private static bool IsSame(JsonElement sent, JsonElement stored)
    {
        if (IsNothing(sent) || IsNothing(stored))
        {
            return IsNothing(sent) == IsNothing(stored);
        }

        if (sent.ValueKind == JsonValueKind.String && stored.ValueKind == JsonValueKind.Object)
        {
            return HoldsSame(sent, stored);
        }

        return sent.ValueKind == JsonValueKind.Array && stored.ValueKind == JsonValueKind.Array
            ? sent.GetArrayLength() == stored.GetArrayLength() && sent.EnumerateArray().Zip(stored.EnumerateArray()).All(static pair => Covers(pair.First, pair.Second))
            : ErrorResponse.Text(sent) is { } text ? text == ErrorResponse.Text(stored) : sent.ValueKind == stored.ValueKind;
    }

    private static bool Covers(JsonElement sent, JsonElement stored)
    {
        List<string> differences = [];
        Compare("", sent, stored, differences);
        return differences.Count == 0;
    }

    // A provider may take an object as a text that holds JSON, and return the object.
    private static bool HoldsSame(JsonElement text, JsonElement stored)
    {
        try
        {
            using JsonDocument held = JsonDocument.Parse(WireJson.Text(text));
            return Covers(held.RootElement, stored);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static bool IsNothing(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Undefined or JsonValueKind.Null => true,
        JsonValueKind.String => WireJson.Text(element).Length == 0,
        JsonValueKind.Object => !element.EnumerateObject().Any(),
        JsonValueKind.Array => element.GetArrayLength() == 0,
        _ => false,
    };
}
