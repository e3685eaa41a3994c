namespace BillingClients.Testing;

/// <summary>The customers of a <see cref="SimulatedProvider"/> in the order of their creation, with a key that only one of them may hold at a time.</summary>
/// <remarks>
/// Safe for concurrent use: every member is atomic, so of two creates with the same key one wins. Records must be immutable; an update replaces one.
/// </remarks>
/// <typeparam name="TRecord">The provider's own record of a customer.</typeparam>
/// <param name="id">The id of a record; an update must not change it.</param>
/// <param name="uniqueKey">The key that is unique at the provider, such as the external id; null for a record without one, such as an archived one.</param>
public sealed class CustomerStore<TRecord>(Func<TRecord, string> id, Func<TRecord, string?> uniqueKey)
    where TRecord : class
{
    private readonly object _gate = new();
    private readonly List<TRecord> _records = [];
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _placesByKey = new(StringComparer.Ordinal);

    /// <summary>Stores a new record, unless another one holds its key.</summary>
    /// <param name="key">The new record's unique key; null for none.</param>
    /// <param name="create">Makes the record. It runs inside the lock, so ids and time stamps follow the order of creation.</param>
    /// <param name="stored">The new record; or the one that holds the key.</param>
    /// <returns>False when the key is taken.</returns>
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

    /// <summary>Stores a new record; if one holds its key, changes that one instead.</summary>
    /// <param name="key">The new record's unique key; null for none.</param>
    /// <param name="create">Makes the new record.</param>
    /// <param name="change">Makes the changed record from the stored one; it must not change the key. When it throws, nothing is changed.</param>
    /// <returns>The record as it is stored now.</returns>
    public TRecord AddOrUpdate(string? key, Func<TRecord> create, Func<TRecord, TRecord> change)
    {
        lock (_gate)
        {
            return TryAdd(key, create, out TRecord stored) ? stored : Update(id(stored), change).Changed!;
        }
    }

    /// <summary>Replaces a record, unless another one holds its new key.</summary>
    /// <param name="recordId">The record's id.</param>
    /// <param name="change">Makes the new record from the stored one. When it throws, nothing is changed.</param>
    public StoreChange<TRecord> Update(string recordId, Func<TRecord, TRecord> change)
    {
        lock (_gate)
        {
            if (!_places.TryGetValue(recordId, out int place))
            {
                return new StoreChange<TRecord>();
            }

            TRecord before = _records[place];
            TRecord after = change(before);
            string? oldKey = uniqueKey(before);
            string? newKey = uniqueKey(after);
            if (newKey is not null && _placesByKey.TryGetValue(newKey, out int holder) && holder != place)
            {
                return new StoreChange<TRecord> { KeyHolder = _records[holder] };
            }

            if (oldKey is not null)
            {
                _placesByKey.Remove(oldKey);
            }

            _records[place] = after;
            Index(after, place);
            return new StoreChange<TRecord> { Changed = after };
        }
    }

    /// <summary>Removes a record; false when there is none with that id.</summary>
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

    /// <summary>The record with that id; null when there is none.</summary>
    public TRecord? Find(string recordId)
    {
        lock (_gate)
        {
            return _places.TryGetValue(recordId, out int place) ? _records[place] : null;
        }
    }

    /// <summary>The record that holds that unique key; null when there is none.</summary>
    public TRecord? FindByKey(string key)
    {
        lock (_gate)
        {
            return _placesByKey.TryGetValue(key, out int place) ? _records[place] : null;
        }
    }

    /// <summary>Runs a query over the records, oldest first, while nothing changes them.</summary>
    /// <param name="query">The query. Its result must not be lazy: end it with <c>ToList</c> or the like.</param>
    public TResult Query<TResult>(Func<IReadOnlyList<TRecord>, TResult> query)
    {
        lock (_gate)
        {
            return query(_records);
        }
    }

    /// <summary>Removes all records.</summary>
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
