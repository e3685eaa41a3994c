using System.Collections;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using BillingClients.Providers;

namespace BillingClients;

/// <summary>Your own keys and values of a customer. Keys are case-sensitive and have no order.</summary>
/// <remarks>
/// Immutable, and compared entry by entry. Write it as a collection expression: <c>[.. customer.Metadata, new("plan", "gold")]</c>. If a key occurs twice, its
/// last value counts. A <see cref="Dictionary{TKey, TValue}"/> converts implicitly and is copied. Spread any other collection: <c>[.. tags]</c>.
/// </remarks>
[CollectionBuilder(typeof(CustomerMetadata), nameof(Create))]
[JsonConverter(typeof(CustomerMetadataConverter))]
[DebuggerDisplay("{ToString(),nq}")]
[SuppressMessage("Naming", "CA1710:Identifiers should have correct suffix", Justification = "Metadata is what every provider calls it.")]
public sealed class CustomerMetadata : IReadOnlyDictionary<string, string>, IEquatable<CustomerMetadata>
{
    private readonly Dictionary<string, string> _entries;

    /// <summary>Copies the entries. If a key occurs twice, its last value counts.</summary>
    /// <param name="entries">The entries.</param>
    public CustomerMetadata(IEnumerable<KeyValuePair<string, string>> entries)
        : this(Copy(entries))
    {
    }

    private CustomerMetadata(Dictionary<string, string> entries) => _entries = entries;

    /// <summary>No entries.</summary>
    public static CustomerMetadata Empty { get; } = new(new Dictionary<string, string>());

    /// <summary>The number of entries.</summary>
    public int Count => _entries.Count;

    /// <summary>The keys.</summary>
    public IEnumerable<string> Keys => _entries.Keys;

    /// <summary>The values.</summary>
    public IEnumerable<string> Values => _entries.Values;

    /// <summary>The value of a key.</summary>
    /// <exception cref="KeyNotFoundException">There is no such key.</exception>
    public string this[string key] => _entries[key];

    /// <summary>Copies the entries. A collection expression calls it.</summary>
    /// <param name="entries">The entries. If a key occurs twice, its last value counts.</param>
    public static CustomerMetadata Create(ReadOnlySpan<KeyValuePair<string, string>> entries) => entries.IsEmpty ? Empty : new(Copy(entries.ToArray()));

    /// <summary>Whether there is an entry with this key.</summary>
    public bool ContainsKey(string key) => _entries.ContainsKey(key);

    /// <summary>The value of a key, if there is one.</summary>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out string value) => _entries.TryGetValue(key, out value);

    /// <summary>Enumerates the entries.</summary>
    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => _entries.GetEnumerator();

    /// <summary>True when both hold the same entries.</summary>
    public bool Equals(CustomerMetadata? other) =>
        other is not null && Count == other.Count && _entries.All(entry => other.TryGetValue(entry.Key, out string? value) && value == entry.Value);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as CustomerMetadata);

    /// <inheritdoc/>
    public override int GetHashCode() => _entries.Aggregate(Count, static (hash, entry) => hash ^ HashCode.Combine(entry.Key, entry.Value));

    /// <summary>The number of entries only, because keys and values may be personal data and this text ends up in logs.</summary>
    public override string ToString() => $"{nameof(CustomerMetadata)} ({Count})";

    /// <summary>Copies a dictionary.</summary>
    [return: NotNullIfNotNull(nameof(entries))]
    public static implicit operator CustomerMetadata?(Dictionary<string, string>? entries) => entries is null ? null : new(Copy(entries));

    /// <summary>Sets the metadata of an update.</summary>
    public static implicit operator OptionalMetadata(CustomerMetadata? metadata) => OptionalMetadata.Of(metadata);

    /// <summary>Wraps the entries without copying them. Nothing may change them afterwards.</summary>
    internal static CustomerMetadata Around(Dictionary<string, string> entries) => entries.Count == 0 ? Empty : new CustomerMetadata(entries);

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static Dictionary<string, string> Copy(IEnumerable<KeyValuePair<string, string>> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        Dictionary<string, string> copy = new(StringComparer.Ordinal);
        foreach ((string key, string value) in entries)
        {
            copy[key] = value;
        }

        return copy;
    }
}
