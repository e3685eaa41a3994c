namespace BillingClients.Testing;

/// <summary>A provider's customers in the order of their creation, with an optional key that only one of them may hold at a time.</summary>
/// <remarks>
/// Records are immutable. Every member is atomic: checking a key and storing under it cannot be interleaved, so of concurrent duplicates one wins.
/// <paramref name="uniqueKey"/> returns null for a record that holds no key, such as an archived one.
/// </remarks>
internal sealed class CustomerStore<TRecord>(Func<TRecord, string> id, Func<TRecord, string?> uniqueKey)
    where TRecord : class
{
    private readonly object _gate = new();
    private readonly List<TRecord> _records = [];
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _placesByKey = new(StringComparer.Ordinal);

    /// <summary>Stores what <paramref name="create"/> makes, unless the key is taken; then returns the holder as <paramref name="stored"/> and false.</summary>
    /// <remarks>The record is made inside the lock, so ids and time stamps follow the order of creation.</remarks>
    public bool TryAdd(string? key, Func<TRecord> create, out TRecord stored)
    {
        lock (_gate)
        {
            if (key is not null && _placesByKey.TryGetValue(key, out int place))
            {
                stored = _records[place];
                return false;
            }

            stored = create();
            Index(stored, _records.Count);
            _records.Add(stored);
            return true;
        }
    }

    /// <summary>Replaces a record with what <paramref name="change"/> makes of it, unless the new key is another record's.</summary>
    /// <remarks>What <paramref name="change"/> throws leaves the store as it was.</remarks>
    public StoreChange<TRecord> Update(string recordId, Func<TRecord, TRecord> change)
    {
        lock (_gate)
        {
            if (!_places.TryGetValue(recordId, out int place))
            {
                return new StoreChange<TRecord>.NotFound();
            }

            TRecord before = _records[place];
            TRecord after = change(before);
            string? oldKey = uniqueKey(before);
            string? newKey = uniqueKey(after);
            if (newKey is not null && _placesByKey.TryGetValue(newKey, out int holder) && holder != place)
            {
                return new StoreChange<TRecord>.KeyTaken(_records[holder]);
            }

            if (oldKey is not null)
            {
                _placesByKey.Remove(oldKey);
            }

            _records[place] = after;
            Index(after, place);
            return new StoreChange<TRecord>.Changed(after);
        }
    }

    public bool Remove(string recordId)
    {
        lock (_gate)
        {
            int place = _records.FindIndex(record => id(record) == recordId);
            if (place < 0)
            {
                return false;
            }

            _records.RemoveAt(place);
            Reindex();
            return true;
        }
    }

    public TRecord? Find(string recordId)
    {
        lock (_gate)
        {
            return _places.TryGetValue(recordId, out int place) ? _records[place] : null;
        }
    }

    public TRecord? FindByKey(string key)
    {
        lock (_gate)
        {
            return _placesByKey.TryGetValue(key, out int place) ? _records[place] : null;
        }
    }

    /// <summary>Runs a query over the records, oldest first, while nothing changes them. The result must not be lazy.</summary>
    public TResult Query<TResult>(Func<IReadOnlyList<TRecord>, TResult> query)
    {
        lock (_gate)
        {
            return query(_records);
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _records.Clear();
            Reindex();
        }
    }

    private void Reindex()
    {
        _places.Clear();
        _placesByKey.Clear();
        for (int place = 0; place < _records.Count; place++)
        {
            Index(_records[place], place);
        }
    }

    private void Index(TRecord record, int place)
    {
        _places[id(record)] = place;
        if (uniqueKey(record) is { } key)
        {
            _placesByKey[key] = place;
        }
    }
}
