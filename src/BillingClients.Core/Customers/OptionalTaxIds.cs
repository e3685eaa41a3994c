using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using BillingClients.Providers;

namespace BillingClients;

/// <summary>The tax numbers of an update: an <see cref="Optional{T}"/> of <see cref="TaxIdList"/> that also takes arrays and collection expressions.</summary>
[CollectionBuilder(typeof(OptionalTaxIds), nameof(Create))]
[JsonConverter(typeof(OptionalTaxIdsConverter))]
[DebuggerDisplay("{ToString(),nq}")]
public readonly struct OptionalTaxIds : IEquatable<OptionalTaxIds>
{
    private readonly Optional<TaxIdList?> _change;

    private OptionalTaxIds(Optional<TaxIdList?> change) => _change = change;

    /// <inheritdoc cref="Optional{T}.Unset"/>
    public static OptionalTaxIds Unset => default;

    /// <inheritdoc cref="Optional{T}.Null"/>
    public static OptionalTaxIds Null { get; } = new(Optional<TaxIdList?>.Null);

    /// <inheritdoc cref="Optional{T}.IsSet"/>
    public bool IsSet => _change.IsSet;

    /// <inheritdoc cref="Optional{T}.Value"/>
    public TaxIdList? Value => _change.Value;

    /// <inheritdoc cref="Optional{T}.IsNull"/>
    public bool IsNull => _change.IsNull;

    /// <summary>Sets a copy of the tax numbers.</summary>
    /// <param name="taxIds">The tax numbers; null clears.</param>
    public static OptionalTaxIds Of(IEnumerable<TaxId>? taxIds) => new(Optional.Of(taxIds as TaxIdList ?? (taxIds is null ? null : new TaxIdList(taxIds))));

    /// <inheritdoc cref="Optional.IfNotNull{T}(T)"/>
    public static OptionalTaxIds IfNotNull(IEnumerable<TaxId>? taxIds) => taxIds is null ? Unset : Of(taxIds);

    /// <summary>Sets a copy of the tax numbers. A collection expression calls it.</summary>
    /// <param name="taxIds">The tax numbers.</param>
    public static OptionalTaxIds Create(ReadOnlySpan<TaxId> taxIds) => new(TaxIdList.Create(taxIds));

    /// <inheritdoc cref="Optional{T}.ValueOr(T)"/>
    public TaxIdList? ValueOr(TaxIdList? fallback) => _change.ValueOr(fallback);

    /// <summary>Enumerates the tax numbers; none when unset or null. A collection expression needs it.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public IEnumerator<TaxId> GetEnumerator() => (ValueOr(null) ?? TaxIdList.Empty).GetEnumerator();

    /// <inheritdoc cref="Optional{T}.Equals(Optional{T})"/>
    public bool Equals(OptionalTaxIds other) => _change == other._change;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is OptionalTaxIds other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _change.GetHashCode();

    /// <inheritdoc cref="Optional{T}.ToString"/>
    public override string ToString() => _change.ToString();

    /// <summary>Sets a copy of an array; null clears.</summary>
    public static implicit operator OptionalTaxIds(TaxId[]? taxIds) => Of(taxIds);

    /// <summary>The same change.</summary>
    public static implicit operator OptionalTaxIds(Optional<TaxIdList?> change) => new(change);

    /// <inheritdoc cref="Optional{T}.op_Equality"/>
    public static bool operator ==(OptionalTaxIds left, OptionalTaxIds right) => left.Equals(right);

    /// <inheritdoc cref="Optional{T}.op_Inequality"/>
    public static bool operator !=(OptionalTaxIds left, OptionalTaxIds right) => !left.Equals(right);
}
