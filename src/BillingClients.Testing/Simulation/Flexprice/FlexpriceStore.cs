using System.Collections.Concurrent;

namespace BillingClients.Testing;

/// <summary>Flexprice's customers: the external id is unique among published ones.</summary>
internal sealed class FlexpriceStore(TimeProvider timeProvider, int seed)
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

    public StoreChange<FlexpriceCustomer> Update(string id, Func<FlexpriceCustomer, FlexpriceCustomer> change) =>
        _customers.Update(id, customer => change(customer) with { UpdatedAt = Now() });

    public FlexpriceCustomer? Find(string id) => _customers.Find(id);

    public FlexpriceCustomer? FindPublished(string externalId) => _customers.FindByKey(externalId);

    public TResult Query<TResult>(Func<IReadOnlyList<FlexpriceCustomer>, TResult> query) => _customers.Query(query);

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

    private FlexpriceCustomer Create(FlexpriceCustomerRequest request)
    {
        DateTimeOffset now = Now();
        return request.ApplyTo(new FlexpriceCustomer { Id = $"cust_{_ids.Ulid(now)}", ExternalId = "", Name = "", CreatedAt = now, UpdatedAt = now });
    }

    // The database keeps microseconds.
    private DateTimeOffset Now()
    {
        DateTimeOffset now = timeProvider.GetUtcNow();
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
    }
}
