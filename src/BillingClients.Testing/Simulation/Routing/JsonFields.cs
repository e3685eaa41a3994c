using System.Text.Json;

namespace BillingClients.Testing;

/// <summary>Reads the members of a JSON object and remembers the first one that has the wrong type. Absent and null are both read as null.</summary>
internal sealed class JsonFields
{
    public JsonFields(JsonElement value)
    {
        Json = value;
        if (value.ValueKind != JsonValueKind.Object)
        {
            WrongType = "(the whole body)";
        }
    }

    public JsonElement Json { get; }

    /// <summary>The first member with the wrong type, or null.</summary>
    public string? WrongType { get; private set; }

    /// <summary>Whether the member is there, be it null.</summary>
    public bool Has(string name) => Json.ValueKind == JsonValueKind.Object && Json.TryGetProperty(name, out _);

    public string? Text(string name) => Member(name, JsonValueKind.String) is { } value ? ReadText(name, value) : null;

    public bool? Flag(string name) =>
        Member(name, JsonValueKind.True, JsonValueKind.False) is { } value ? value.GetBoolean() : null;

    public int? Integer(string name) =>
        Member(name, JsonValueKind.Number) is not { } value ? null : value.TryGetInt32(out int number) ? number : Wrong<int?>(name);

    public bool IsNumber(string name) => Member(name, JsonValueKind.Number) is not null;

    public JsonElement? Array(string name) => Member(name, JsonValueKind.Array);

    public JsonElement? Object(string name) => Member(name, JsonValueKind.Object);

    public IReadOnlyList<string>? Texts(string name) => Array(name) is { } array ? [.. array.EnumerateArray().Select(item => ItemText(name, item))] : null;

    /// <summary>An array whose items are objects.</summary>
    public IReadOnlyList<JsonElement>? Objects(string name) =>
        Array(name) is { } array ? [.. array.EnumerateArray().Select(item => ItemObject(name, item))] : null;

    /// <summary>A map of strings, sorted by key.</summary>
    public SortedDictionary<string, string>? TextMap(string name)
    {
        if (Object(name) is not { } map)
        {
            return null;
        }

        var texts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (JsonProperty member in map.EnumerateObject())
        {
            texts[member.Name] = ItemText(name, member.Value);
        }

        return texts;
    }

    private JsonElement ItemObject(string name, JsonElement item) => item.ValueKind == JsonValueKind.Object ? item : Wrong<JsonElement>(name);

    private string ItemText(string name, JsonElement item) =>
        item.ValueKind == JsonValueKind.String ? ReadText(name, item) ?? "" : Wrong<string>(name) ?? "";

    // An unpaired surrogate in an escape is valid JSON that has no text.
    private string? ReadText(string name, JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return Wrong<string>(name);
        }
    }

    private JsonElement? Member(string name, params JsonValueKind[] kinds)
    {
        if (Json.ValueKind != JsonValueKind.Object || !Json.TryGetProperty(name, out JsonElement value) || value.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        return kinds.Contains(value.ValueKind) ? value : Wrong<JsonElement?>(name);
    }

    private T? Wrong<T>(string name)
    {
        WrongType ??= name;
        return default;
    }
}
