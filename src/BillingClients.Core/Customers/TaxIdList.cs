using System.Collections;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using BillingClients.Providers;

namespace BillingClients;

/// <summary>A customer's tax numbers, in order.</summary>
/// <remarks>
/// Immutable, and compared item by item. Write it as a collection expression: <c>[new TaxId("eu_vat", "DE123456789")]</c>. An array converts implicitly and is
/// copied. Spread any other collection, such as a list: <c>[.. taxIds]</c>.
/// </remarks>
[CollectionBuilder(typeof(TaxIdList), nameof(Create))]
[JsonConverter(typeof(TaxIdListConverter))]
[DebuggerDisplay("{ToString(),nq}")]
public sealed class TaxIdList : IReadOnlyList<TaxId>, IEquatable<TaxIdList>
{
    private readonly TaxId[] _items;

    /// <summary>Copies tax numbers.</summary>
    /// <param name="taxIds">The tax numbers.</param>
    public TaxIdList(IEnumerable<TaxId> taxIds)
    {
        ArgumentNullException.ThrowIfNull(taxIds);
        _items = [.. taxIds];
    }

    private TaxIdList(ReadOnlySpan<TaxId> taxIds) => _items = taxIds.ToArray();

    /// <summary>No tax numbers.</summary>
    public static TaxIdList Empty { get; } = new(ReadOnlySpan<TaxId>.Empty);

    /// <summary>The number of tax numbers.</summary>
    public int Count => _items.Length;

    /// <summary>The tax number at an index.</summary>
    /// <exception cref="IndexOutOfRangeException">The index is out of range.</exception>
    public TaxId this[int index] => _items[index];

    /// <summary>Copies the tax numbers. A collection expression calls it.</summary>
    /// <param name="taxIds">The tax numbers.</param>
    public static TaxIdList Create(ReadOnlySpan<TaxId> taxIds) => taxIds.IsEmpty ? Empty : new TaxIdList(taxIds);

    /// <summary>Enumerates the tax numbers.</summary>
    public IEnumerator<TaxId> GetEnumerator() => ((IEnumerable<TaxId>)_items).GetEnumerator();

    /// <summary>True when both hold the same tax numbers in the same order.</summary>
    public bool Equals(TaxIdList? other) => other is not null && _items.AsSpan().SequenceEqual(other._items);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as TaxIdList);

    /// <inheritdoc/>
    public override int GetHashCode() => _items.Aggregate(Count, static (hash, taxId) => HashCode.Combine(hash, taxId));

    /// <summary>The number of tax numbers only, because they are personal data and this text ends up in logs.</summary>
    public override string ToString() => $"{nameof(TaxIdList)} ({Count})";

    /// <summary>Copies an array.</summary>
    [return: NotNullIfNotNull(nameof(taxIds))]
    public static implicit operator TaxIdList?(TaxId[]? taxIds) => taxIds is null ? null : Create(taxIds);

    /// <summary>Copies a list.</summary>
    [return: NotNullIfNotNull(nameof(taxIds))]
    public static implicit operator TaxIdList?(List<TaxId>? taxIds) => taxIds is null ? null : new(taxIds);

    /// <summary>Sets the tax numbers of an update.</summary>
    public static implicit operator OptionalTaxIds(TaxIdList? taxIds) => OptionalTaxIds.Of(taxIds);

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
