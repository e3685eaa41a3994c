using System.Collections;

namespace BillingClients.Testing;

/// <summary>The requests that a <see cref="ProviderSimulator"/> received, in order.</summary>
/// <remarks>
/// <para>Safe for concurrent use: enumerating goes over a snapshot.</para>
/// <para>It keeps the last <see cref="ProviderSimulatorOptions.MaxJournalEntries"/> requests. <see cref="Dropped"/> says how many older ones it has dropped.</para>
/// </remarks>
public sealed class RequestJournal : IReadOnlyList<JournalEntry>
{
    private readonly object _gate = new();
    private readonly int _maxEntries;

    // A ring: when it is full, the oldest entry is overwritten.
    private readonly List<JournalEntry> _entries = [];
    private readonly Dictionary<SimulatedProvider, int> _droppedOf = [];
    private int _oldest;
    private int _dropped;
    private int _droppedObjections;
    private int _sequence;

    internal RequestJournal(int maxEntries) => _maxEntries = maxEntries;

    /// <summary>How many requests are in the journal.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _entries.Count;
            }
        }
    }

    /// <summary>How many requests were dropped because the journal was full, since it was last cleared.</summary>
    public int Dropped
    {
        get
        {
            lock (_gate)
            {
                return _dropped;
            }
        }
    }

    /// <summary>The requests that the simulator objected to.</summary>
    public IReadOnlyList<JournalEntry> Objections => Where(entry => entry.Objection is not null);

    internal int DroppedObjections
    {
        get
        {
            lock (_gate)
            {
                return _droppedObjections;
            }
        }
    }

    /// <summary>The request at that place, from 0.</summary>
    public JournalEntry this[int index]
    {
        get
        {
            lock (_gate)
            {
                ArgumentOutOfRangeException.ThrowIfNegative(index);
                ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, _entries.Count);
                return _entries[(_oldest + index) % _entries.Count];
            }
        }
    }

    /// <summary>The requests to one provider, to whichever of its accounts. For one account: <see cref="SimulatedProvider.Requests"/>.</summary>
    public IReadOnlyList<JournalEntry> For(string provider) => Where(entry => string.Equals(entry.Provider, provider, StringComparison.OrdinalIgnoreCase));

    /// <summary>The requests that match.</summary>
    public IReadOnlyList<JournalEntry> Where(Func<JournalEntry, bool> predicate) => Snapshot().FindAll(entry => predicate(entry));

    /// <summary>Forgets all requests so far.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _entries.Clear();
            _droppedOf.Clear();
            _oldest = _dropped = _droppedObjections = 0;
        }
    }

    /// <inheritdoc/>
    public IEnumerator<JournalEntry> GetEnumerator() => Snapshot().GetEnumerator();

    /// <summary>One line for each request, secrets masked.</summary>
    public override string ToString() => string.Join(Environment.NewLine, Snapshot());

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>How many requests to an account were dropped.</summary>
    internal int DroppedOf(SimulatedProvider receiver)
    {
        lock (_gate)
        {
            return _droppedOf.GetValueOrDefault(receiver);
        }
    }

    internal void Add(JournalEntry entry)
    {
        lock (_gate)
        {
            entry.Sequence = ++_sequence;
            if (_entries.Count < _maxEntries)
            {
                _entries.Add(entry);
                return;
            }

            NoteDropped(_entries[_oldest]);
            _entries[_oldest] = entry;
            _oldest = (_oldest + 1) % _maxEntries;
        }
    }

    private void NoteDropped(JournalEntry entry)
    {
        _dropped++;
        _droppedObjections += entry.Objection is null ? 0 : 1;
        if (entry.Receiver is { } receiver)
        {
            _droppedOf[receiver] = _droppedOf.GetValueOrDefault(receiver) + 1;
        }
    }

    private List<JournalEntry> Snapshot()
    {
        lock (_gate)
        {
            return [.. _entries[_oldest..], .. _entries[.._oldest]];
        }
    }
}
