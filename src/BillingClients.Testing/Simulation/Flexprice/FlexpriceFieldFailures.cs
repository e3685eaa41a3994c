namespace BillingClients.Testing;

/// <summary>Failed validations, one for each field, in the words of the validator that the server uses.</summary>
/// <param name="requestType">The server's name of the request.</param>
/// <param name="emptyIsAbsent">Whether an empty text is not checked: so in a create, whose fields are texts. In an update they are pointers to texts.</param>
internal sealed class FlexpriceFieldFailures(string requestType, bool emptyIsAbsent)
{
    public Dictionary<string, string> Details { get; } = new(StringComparer.Ordinal);

    /// <summary>The length in Unicode code points.</summary>
    public static int LengthOf(string text) => text.EnumerateRunes().Count();

    public void Require(string field, string? value)
    {
        if (string.IsNullOrEmpty(value))
        {
            Add(field, "required");
        }
    }

    /// <summary>Limits the length in Unicode code points.</summary>
    public void Limit(string field, string? value, int length) => Check(field, value, "max", text => LengthOf(text) <= length);

    public void Check(string field, string? value, string rule, Func<string, bool> isValid)
    {
        if (value is not null && !(emptyIsAbsent && value.Length == 0) && !isValid(value))
        {
            Add(field, rule);
        }
    }

    private void Add(string field, string rule) =>
        Details.TryAdd(field, $"Key: '{requestType}.{field}' Error:Field validation for '{field}' failed on the '{rule}' tag");
}
