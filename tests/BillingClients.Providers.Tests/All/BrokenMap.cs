using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace BillingClients.Providers.Tests.All;

/// <summary>A map that cannot be read.</summary>
internal sealed class BrokenMap : IReadOnlyDictionary<string, string>
{
    public int Count => throw Broken();

    public IEnumerable<string> Keys => throw Broken();

    public IEnumerable<string> Values => throw Broken();

    public string this[string key] => throw Broken();

    public bool ContainsKey(string key) => throw Broken();

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out string value) => throw Broken();

    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => throw Broken();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static InvalidOperationException Broken() => new("hidden-1815");
}
