namespace BillingClients.Testing;

/// <summary>Failed validations, one for each field, in the words of the validator that the server uses.</summary>
internal sealed class FlexpriceFieldFailures(string requestType)
{
    public Dictionary<string, string> Details { get; } = new(StringComparer.Ordinal);

    public void Require(string field, string? value)
    {
        if (string.IsNullOrEmpty(value))
        {
            Add(field, "required");
        }
    }

    /// <summary>Limits the length, counted in Unicode code points.</summary>
    public void Limit(string field, string? value, int length) => Check(field, value, "max", text => text.EnumerateRunes().Count() <= length);

    public void Check(string field, string? value, string rule, Func<string, bool> isValid)
    {
        if (!string.IsNullOrEmpty(value) && !isValid(value))
        {
            Add(field, rule);
        }
    }

    private void Add(string field, string rule) =>
        Details.TryAdd(field, $"Key: '{requestType}.{field}' Error:Field validation for '{field}' failed on the '{rule}' tag");
}
