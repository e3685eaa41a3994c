using System.Collections.Concurrent;

namespace BillingClients.Testing;

/// <summary>Atlas's customers: the e-mail address is unique, as it is written.</summary>
internal sealed class AtlasStore(TimeProvider timeProvider, int seed, Func<AtlasDialect> dialect)
{
    private readonly CustomerStore<AtlasCustomer> _customers = new(customer => customer.Id, customer => customer.Email);
    private readonly ConcurrentDictionary<string, bool> _withSubscription = new(StringComparer.Ordinal);
    private readonly IdSequence _ids = new(seed);

    /// <summary>Stores a new customer, or returns false and the one that has its e-mail address.</summary>
    public bool TryCreate(AtlasCustomerRequest request, out AtlasCustomer customer) => _customers.TryAdd(
        request.Email,
        () => request.ApplyTo(new AtlasCustomer { Id = NextId(), Email = "", CreatedAt = timeProvider.GetUtcNow() }),
        out customer);

    public StoreChange<AtlasCustomer> Update(string id, AtlasCustomerRequest request) => _customers.Update(id, request.ApplyTo);

    public bool Remove(string id) => _customers.Remove(id);

    public AtlasCustomer? Find(string id) => _customers.Find(id);

    public TResult Query<TResult>(Func<IReadOnlyList<AtlasCustomer>, TResult> query) => _customers.Query(query);

    public void AddSubscription(string id) => _withSubscription[id] = true;

    public bool HasSubscription(string id) => _withSubscription.ContainsKey(id);

    public void Clear() => _customers.Clear();

    public IReadOnlyList<SimulatedCustomer> Snapshot() => _customers.Query(customers => customers.Select(Snapshot).ToList());

    private static SimulatedCustomer Snapshot(AtlasCustomer customer) => new(() => customer.ToJson().ToText())
    {
        Id = customer.Id,
        Email = customer.Email,
        CreatedAt = customer.CreatedAt,
    };

    private string NextId() => dialect() == AtlasDialect.Source ? _ids.Uuid() : $"cus_{_ids.Token(14)}";
}
