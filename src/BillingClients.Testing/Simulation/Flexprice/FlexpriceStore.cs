using System.Collections.Concurrent;

namespace BillingClients.Testing;

/// <summary>Flexprice's customers: the external id is unique among published ones. Reads come from a replica that may lag.</summary>
internal sealed class FlexpriceStore(TimeProvider timeProvider, int seed, Func<TimeSpan> replicaLag)
{
    private readonly CustomerStore<FlexpriceCustomer> _customers =
        new(customer => customer.Id, customer => customer.Status == FlexpriceCustomer.Published ? customer.ExternalId : null);

    private readonly ConcurrentQueue<FlexpriceSubscription> _subscriptions = [];
    private readonly ConcurrentDictionary<string, bool> _withWallet = new(StringComparer.Ordinal);
    private readonly IdSequence _ids = new(seed);
    private readonly IdSequence _subscriptionIds = new(seed);

    /// <summary>Stores a new customer, or returns false when a published one has its external id.</summary>
    public bool TryCreate(FlexpriceCustomerRequest request, out FlexpriceCustomer customer) =>
        _customers.TryAdd(request.ExternalId, () => Create(request), out customer);

    /// <summary>Changes a customer that the replica has.</summary>
    /// <param name="id">The customer's id.</param>
    /// <param name="change">Makes the new row of what the replica shows and of the row as it is; the same row when there is nothing to write.</param>
    public StoreChange<FlexpriceCustomer> Change(string id, Func<FlexpriceCustomer, FlexpriceCustomer, FlexpriceCustomer> change)
    {
        DateTimeOffset replicated = ReplicatedUntil();
        return _customers.Find(id)?.AsOf(replicated) is null
            ? new StoreChange<FlexpriceCustomer>()
            : _customers.Update(id, row => Write(row, change(row.AsOf(replicated) ?? row, row), replicated));
    }

    public FlexpriceCustomer? Find(string id) => _customers.Find(id)?.AsOf(ReplicatedUntil());

    public FlexpriceCustomer? FindPublished(string externalId) => replicaLag() == TimeSpan.Zero
        ? _customers.FindByKey(externalId)
        : Query(customers => customers.FirstOrDefault(customer => customer.Status == FlexpriceCustomer.Published && customer.ExternalId == externalId));

    public TResult Query<TResult>(Func<IReadOnlyList<FlexpriceCustomer>, TResult> query)
    {
        DateTimeOffset replicated = ReplicatedUntil();
        return _customers.Query(rows =>
            query(replicaLag() == TimeSpan.Zero ? rows : rows.Select(row => row.AsOf(replicated)).OfType<FlexpriceCustomer>().ToList()));
    }

    public void AddSubscription(string id) => _subscriptions.Enqueue(new FlexpriceSubscription($"subs_{_subscriptionIds.Ulid(Now())}", id, Now()));

    public void AddWallet(string id) => _withWallet[id] = true;

    public IReadOnlyList<FlexpriceSubscription> SubscriptionsOf(string id) => [.. _subscriptions.Where(subscription => subscription.CustomerId == id)];

    public bool HasWallet(string id) => _withWallet.ContainsKey(id);

    public void Clear()
    {
        _customers.Clear();
        _subscriptions.Clear();
    }

    public IReadOnlyList<SimulatedCustomer> Snapshot() => _customers.Query(customers => customers.Select(Snapshot).ToList());

    private static SimulatedCustomer Snapshot(FlexpriceCustomer customer) => new(() => customer.ToJson().ToText())
    {
        Id = customer.Id,
        ExternalId = customer.ExternalId,
        Email = customer.Email,
        CreatedAt = customer.CreatedAt,
        IsArchived = customer.Status != FlexpriceCustomer.Published,
    };

    private FlexpriceCustomer Write(FlexpriceCustomer row, FlexpriceCustomer changed, DateTimeOffset replicated) =>
        ReferenceEquals(changed, row) ? row : changed.Replacing(row, Now(), replicated);

    private FlexpriceCustomer Create(FlexpriceCustomerRequest request)
    {
        DateTimeOffset now = Now();
        return request.ApplyTo(new FlexpriceCustomer { Id = $"cust_{_ids.Ulid(now)}", ExternalId = "", Name = "", CreatedAt = now, UpdatedAt = now });
    }

    private DateTimeOffset ReplicatedUntil() => timeProvider.GetUtcNow() - replicaLag();

    // The database keeps microseconds.
    private DateTimeOffset Now()
    {
        DateTimeOffset now = timeProvider.GetUtcNow();
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
    }
}
