namespace BillingClients.Testing;

/// <summary>A parsed query. Later values of a name are kept.</summary>
internal sealed class QueryValues
{
    private readonly List<KeyValuePair<string, string>> _values = [];

    public IEnumerable<string> Names => _values.Select(value => value.Key).Distinct(StringComparer.Ordinal);

    public static QueryValues Parse(string query)
    {
        var parsed = new QueryValues();
        foreach (string pair in query.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            int equals = pair.IndexOf('=', StringComparison.Ordinal);
            string name = equals < 0 ? pair : pair[..equals];
            string value = equals < 0 ? "" : pair[(equals + 1)..];
            parsed._values.Add(new KeyValuePair<string, string>(Decode(name), Decode(value)));
        }

        return parsed;
    }

    public string? First(string name) => All(name) is [string first, ..] ? first : null;

    public IReadOnlyList<string> All(string name) => [.. _values.Where(value => value.Key == name).Select(value => value.Value)];

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
