namespace BillingClients.Testing;

/// <summary>The faults of a <see cref="ProviderSimulator"/>: a seeded distribution of random ones, and the record of all that were injected.</summary>
public sealed class FaultInjection
{
    private readonly object _gate = new();
    private readonly Queue<InjectedFault> _last = [];
    private readonly Dictionary<FaultKind, int> _counts = [];
    private readonly int _capacity;
    private readonly Func<IEnumerable<SimulatedProvider>> _accounts;
    private Action<SimulatedProvider> _inject = static _ => { };

    internal FaultInjection(Func<IEnumerable<SimulatedProvider>> accounts, int capacity)
    {
        _accounts = accounts;
        _capacity = capacity;
    }

    /// <summary>
    /// The faults injected so far, scripted or drawn: the last <see cref="ProviderSimulatorOptions.MaxJournalEntries"/>. A snapshot.
    /// </summary>
    public IReadOnlyList<InjectedFault> Injected
    {
        get
        {
            lock (_gate)
            {
                return [.. _last];
            }
        }
    }

    /// <summary>How many faults were injected, also those that <see cref="Injected"/> no longer holds.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _counts.Values.Sum();
            }
        }
    }

    /// <summary>How many requests are stalled now.</summary>
    public int Stalled => Stalls.Waiting;

    internal StallGate Stalls { get; } = new();

    /// <summary>How many faults of a kind were injected, also those that <see cref="Injected"/> no longer holds.</summary>
    public int CountOf(FaultKind kind)
    {
        lock (_gate)
        {
            return _counts.GetValueOrDefault(kind);
        }
    }

    /// <summary>
    /// From now on, a share of the requests to every provider and to all of its accounts goes wrong. For one account: <see cref="SimulatedProvider.InjectFaults"/>.
    /// </summary>
    /// <inheritdoc cref="SimulatedProvider.InjectFaults" path="/param"/>
    /// <inheritdoc cref="SimulatedProvider.InjectFaults" path="/remarks"/>
    public void Inject(double rate, int seed, params SimulatedFault[] faults) => ForAll(account => account.InjectFaults(rate, seed, faults));

    /// <summary>Draws no more faults. Scripted ones stay.</summary>
    public void Stop() => ForAll(static account => account.Distribution = null);

    /// <summary>Completes as soon as at least that many requests are stalled, so that a test need not poll.</summary>
    public Task WhenStalledAsync(int count = 1, CancellationToken cancellationToken = default) => Stalls.WhenWaitingAsync(count, cancellationToken);

    /// <summary>Lets every request that is stalled now go on.</summary>
    public void ReleaseStalls() => Stalls.Release();

    /// <summary>Forgets what was injected so far.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _last.Clear();
            _counts.Clear();
        }
    }

    /// <summary>An account was opened: what was injected for all applies to it, too.</summary>
    internal void Join(SimulatedProvider account)
    {
        lock (_gate)
        {
            _inject(account);
        }
    }

    internal void Record(InjectedFault fault)
    {
        lock (_gate)
        {
            _counts[fault.Kind] = _counts.GetValueOrDefault(fault.Kind) + 1;
            _last.Enqueue(fault);
            if (_last.Count > _capacity)
            {
                _last.Dequeue();
            }
        }
    }

    private void ForAll(Action<SimulatedProvider> inject)
    {
        lock (_gate)
        {
            foreach (SimulatedProvider account in _accounts())
            {
                inject(account);
            }

            _inject = inject;
        }
    }
}
