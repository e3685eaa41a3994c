using System.Text.Json;

namespace BillingClients.Testing;

/// <summary>Reads the members of a request's <c>customer</c> and notes an issue for each one that is missing or has the wrong type.</summary>
internal sealed class FlowgladFields(JsonElement customer, FlowgladIssues issues)
{
    /// <summary>A text that must be there.</summary>
    public string Required(string name) => Text(name, Member(name)) ?? "";

    /// <summary>A text that may be absent, and not null.</summary>
    public string? Optional(string name) => Member(name) is { } value ? Text(name, value) : null;

    /// <summary>A text that may be absent or null; <paramref name="unset"/> when it is absent.</summary>
    public string? Nullable(string name, string? unset) => Member(name) switch
    {
        null => unset,
        { ValueKind: JsonValueKind.Null } => null,
        { } value => Text(name, value),
    };

    public bool Flag(string name)
    {
        JsonElement? value = Member(name);
        if (value is { ValueKind: not (JsonValueKind.True or JsonValueKind.False) })
        {
            issues.WrongType("boolean", value, "customer", name);
        }

        return value?.ValueKind == JsonValueKind.True;
    }

    private JsonElement? Member(string name) => customer.TryGetProperty(name, out JsonElement value) ? value : null;

    private string? Text(string name, JsonElement? value)
    {
        if (value is { ValueKind: JsonValueKind.String } text)
        {
            try
            {
                return text.GetString();
            }
            catch (InvalidOperationException)
            {
                // An unpaired surrogate in an escape: JavaScript takes it, .NET has no text for it.
                return text.GetRawText();
            }
        }

        issues.WrongType("string", value, "customer", name);
        return null;
    }
}
