namespace BillingClients.Testing;

/// <summary>The accounts of one provider, all made by the same factory. Safe for concurrent use.</summary>
internal sealed class SimulatedAccountList
{
    private readonly object _gate = new();
    private readonly SimulationContext _context;
    private readonly Func<SimulationContext, SimulatedProvider> _create;
    private readonly Action<SimulatedProvider> _opened;
    private volatile IReadOnlyList<SimulatedProvider> _all;

    /// <summary>Makes the provider's own account.</summary>
    /// <param name="context">What the factory gets for it.</param>
    /// <param name="create">The factory.</param>
    /// <param name="opened">Called with each other account, when it is there.</param>
    public SimulatedAccountList(SimulationContext context, Func<SimulationContext, SimulatedProvider> create, Action<SimulatedProvider> opened)
    {
        _context = context;
        _create = create;
        _opened = opened;
        _all = [Make(context)];
    }

    /// <summary>The account with the provider's own name.</summary>
    public SimulatedProvider Own => _all[0];

    public IReadOnlyList<SimulatedProvider> All => _all;

    /// <summary>The account of that name; made when there is none.</summary>
    public SimulatedProvider Get(string name)
    {
        lock (_gate)
        {
            return _all.FirstOrDefault(account => account.AccountName == name) ?? Open(name);
        }
    }

    private SimulatedProvider Open(string name)
    {
        SimulatedProvider account = Make(_context.ForAccount(name, number: _all.Count + 1));
        if (account.AccountName != name)
        {
            throw new InvalidOperationException(
                $"The simulation of '{Own.Name}' cannot have another account: its function in ProviderSimulatorOptions.Providers must make a new simulation "
                + "with the context that it gets.");
        }

        _all = [.. _all, account];
        _opened(account);
        return account;
    }

    private SimulatedProvider Make(SimulationContext context)
    {
        // First, because a factory may keep what it made last.
        SimulatedProvider empty = _create(context);
        SimulatedProvider account = _create(context);
        if (empty != account)
        {
            empty.ClearCustomers();
            empty.AcceptKeysOf(account);
            account.Empty = empty;
        }

        account.Accounts = this;
        return account;
    }
}
