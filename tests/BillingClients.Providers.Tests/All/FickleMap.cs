using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace BillingClients.Providers.Tests.All;

/// <summary>A map that gives another value each time it is read.</summary>
internal sealed class FickleMap(string key, params string[] values) : IReadOnlyDictionary<string, string>
{
    private int _reads;

    public int Count => 1;

    public IEnumerable<string> Keys => [key];

    public IEnumerable<string> Values => [Next()];

    public string this[string wanted] => Next();

    public bool ContainsKey(string wanted) => wanted == key;

    public bool TryGetValue(string wanted, [MaybeNullWhen(false)] out string value)
    {
        value = wanted == key ? Next() : null;
        return value is not null;
    }

    public IEnumerator<KeyValuePair<string, string>> GetEnumerator()
    {
        yield return KeyValuePair.Create(key, Next());
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private string Next() => values[Math.Min(_reads++, values.Length - 1)];
}
