using System.Collections;

namespace BillingClients.Testing;

/// <summary>The requests that a <see cref="ProviderSimulator"/> received, in order.</summary>
/// <remarks>Safe for concurrent use: enumerating goes over a snapshot.</remarks>
public sealed class RequestJournal : IReadOnlyList<JournalEntry>
{
    private readonly object _gate = new();
    private readonly List<JournalEntry> _entries = [];
    private int _sequence;

    internal RequestJournal()
    {
    }

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

    /// <summary>The requests that the simulator objected to.</summary>
    public IReadOnlyList<JournalEntry> Objections => Where(entry => entry.Objection is not null);

    /// <summary>The request at that place, from 0.</summary>
    public JournalEntry this[int index]
    {
        get
        {
            lock (_gate)
            {
                return _entries[index];
            }
        }
    }

    /// <summary>The requests to one provider.</summary>
    public IReadOnlyList<JournalEntry> For(string provider) => Where(entry => string.Equals(entry.Provider, provider, StringComparison.OrdinalIgnoreCase));

    /// <summary>The requests that match.</summary>
    public IReadOnlyList<JournalEntry> Where(Func<JournalEntry, bool> predicate) => Snapshot().FindAll(entry => predicate(entry));

    /// <summary>Forgets all requests so far.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _entries.Clear();
        }
    }

    /// <inheritdoc/>
    public IEnumerator<JournalEntry> GetEnumerator() => Snapshot().GetEnumerator();

    /// <summary>One line for each request, secrets masked.</summary>
    public override string ToString() => string.Join(Environment.NewLine, Snapshot());

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal void Add(JournalEntry entry)
    {
        lock (_gate)
        {
            entry.Sequence = ++_sequence;
            _entries.Add(entry);
        }
    }

    private List<JournalEntry> Snapshot()
    {
        lock (_gate)
        {
            return [.. _entries];
        }
    }
}
