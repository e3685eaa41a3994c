using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using BillingClients.Providers;

namespace BillingClients;

/// <summary>The metadata of an update: an <see cref="Optional{T}"/> of <see cref="CustomerMetadata"/> that also takes dictionaries and collection expressions.</summary>
[CollectionBuilder(typeof(OptionalMetadata), nameof(Create))]
[JsonConverter(typeof(OptionalMetadataConverter))]
[DebuggerDisplay("{ToString(),nq}")]
public readonly struct OptionalMetadata : IEquatable<OptionalMetadata>
{
    private readonly Optional<CustomerMetadata?> _change;

    private OptionalMetadata(Optional<CustomerMetadata?> change) => _change = change;

    /// <inheritdoc cref="Optional{T}.Unset"/>
    public static OptionalMetadata Unset => default;

    /// <inheritdoc cref="Optional{T}.Null"/>
    public static OptionalMetadata Null { get; } = new(Optional<CustomerMetadata?>.Null);

    /// <inheritdoc cref="Optional{T}.IsSet"/>
    public bool IsSet => _change.IsSet;

    /// <inheritdoc cref="Optional{T}.Value"/>
    public CustomerMetadata? Value => _change.Value;

    /// <inheritdoc cref="Optional{T}.IsNull"/>
    public bool IsNull => _change.IsNull;

    /// <summary>Sets a copy of the entries. If a key occurs twice, its last value counts.</summary>
    /// <param name="metadata">The entries; null clears.</param>
    public static OptionalMetadata Of(IEnumerable<KeyValuePair<string, string>>? metadata) =>
        new(Optional.Of(metadata as CustomerMetadata ?? (metadata is null ? null : new CustomerMetadata(metadata))));

    /// <inheritdoc cref="Optional.IfNotNull{T}(T)"/>
    public static OptionalMetadata IfNotNull(IEnumerable<KeyValuePair<string, string>>? metadata) => metadata is null ? Unset : Of(metadata);

    /// <summary>Sets a copy of the entries. A collection expression calls it.</summary>
    /// <param name="entries">The entries. If a key occurs twice, its last value counts.</param>
    public static OptionalMetadata Create(ReadOnlySpan<KeyValuePair<string, string>> entries) => new(CustomerMetadata.Create(entries));

    /// <inheritdoc cref="Optional{T}.ValueOr(T)"/>
    public CustomerMetadata? ValueOr(CustomerMetadata? fallback) => _change.ValueOr(fallback);

    /// <summary>Enumerates the entries; none when unset or null. A collection expression needs it.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => (ValueOr(null) ?? CustomerMetadata.Empty).GetEnumerator();

    /// <inheritdoc cref="Optional{T}.Equals(Optional{T})"/>
    public bool Equals(OptionalMetadata other) => _change == other._change;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is OptionalMetadata other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _change.GetHashCode();

    /// <inheritdoc cref="Optional{T}.ToString"/>
    public override string ToString() => _change.ToString();

    /// <summary>Sets a copy of a dictionary; null clears.</summary>
    public static implicit operator OptionalMetadata(Dictionary<string, string>? metadata) => Of(metadata);

    /// <summary>The same change.</summary>
    public static implicit operator OptionalMetadata(Optional<CustomerMetadata?> change) => new(change);

    /// <inheritdoc cref="Optional{T}.op_Equality"/>
    public static bool operator ==(OptionalMetadata left, OptionalMetadata right) => left.Equals(right);

    /// <inheritdoc cref="Optional{T}.op_Inequality"/>
    public static bool operator !=(OptionalMetadata left, OptionalMetadata right) => !left.Equals(right);
}
