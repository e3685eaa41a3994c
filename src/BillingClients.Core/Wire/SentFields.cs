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
    /// <returns>
    /// The paths of the fields; empty when all are stored. Null, an empty text and absence are the same; so are texts that differ only in blanks around them or
    /// in their Unicode normal form, and e-mail addresses (the field <c>email</c>) that differ only in case.
    /// </returns>
    public static IReadOnlyList<string> Differences<TSent, TStored>(
        TSent sent, JsonTypeInfo<TSent> sentType, TStored stored, JsonTypeInfo<TStored> storedType, params string[] neverReturned)
    {
        ArgumentNullException.ThrowIfNull(neverReturned);
        Dictionary<string, JsonElement> storedFields = MembersOf(ToElement(stored, storedType));
        List<string> differences = [];
        foreach (JsonProperty field in ToElement(sent, sentType).EnumerateObject())
        {
            if (!neverReturned.Contains(field.Name))
            {
                Compare(field.Name, field.Value, storedFields.GetValueOrDefault(field.Name), differences);
            }
        }

        return differences;
    }

    private static JsonElement ToElement<T>(T value, JsonTypeInfo<T> contract)
    {
        Utf8JsonReader json = new(new BodyWriter(contract.Options).Write(value, contract));
        return JsonElement.ParseValue(ref json);
    }

    private static void Compare(string path, JsonElement sent, JsonElement stored, List<string> differences)
    {
        if (sent.ValueKind == JsonValueKind.Object && !IsNothing(stored))
        {
            Dictionary<string, JsonElement> storedFields = MembersOf(stored);
            foreach (JsonProperty field in sent.EnumerateObject())
            {
                Compare($"{path}.{field.Name}", field.Value, storedFields.GetValueOrDefault(field.Name), differences);
            }
        }
        else if (!IsSame(path, sent, stored))
        {
            differences.Add(path);
        }
    }

    // The search for a member of a JsonElement takes longer the more members there are: for 40,000 metadata entries, seconds.
    private static Dictionary<string, JsonElement> MembersOf(JsonElement element)
    {
        Dictionary<string, JsonElement> members = new(StringComparer.Ordinal);
        if (element.ValueKind == JsonValueKind.Object)
        {
            foreach (JsonProperty member in element.EnumerateObject())
            {
                members[member.Name] = member.Value;
            }
        }

        return members;
    }

    private static bool IsSame(string path, JsonElement sent, JsonElement stored)
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
            : ErrorResponse.Text(sent) is { } text ? IsSameText(path, text, ErrorResponse.Text(stored)) : sent.ValueKind == stored.ValueKind;
    }

    private static bool IsSameText(string path, string sent, string? stored) =>
        stored is not null && (path == "email" ? SentText.IsSameEmail(sent, stored) : SentText.IsSame(sent, stored));

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
        JsonValueKind.String => string.IsNullOrWhiteSpace(WireJson.Text(element)),
        JsonValueKind.Object => !element.EnumerateObject().Any(),
        JsonValueKind.Array => element.GetArrayLength() == 0,
        _ => false,
    };
}
