using System.Globalization;

namespace BillingClients.Testing;

/// <summary>Flowglad's customers: the external id is unique among those that are not archived.</summary>
internal sealed class FlowgladStore(TimeProvider timeProvider, int seed)
{
    private readonly CustomerStore<FlowgladCustomer> _customers = new(customer => customer.Id, customer => customer.Archived ? null : customer.ExternalId);
    private readonly IdSequence _ids = new(seed);
    private int _count;

    /// <summary>Stores a new customer, or returns false when one that is not archived has its external id.</summary>
    public bool TryCreate(FlowgladCustomerRequest request, bool livemode, out FlowgladCustomer customer)
    {
        FlowgladCustomer wanted = request.ApplyTo(Blank());
        return _customers.TryAdd(wanted.Archived ? null : wanted.ExternalId, () => Create(wanted, livemode), out customer);
    }

    public FlowgladCustomer? Find(string externalId) => _customers.FindByKey(externalId);

    /// <summary>The customer that is not archived, else the one that was archived last.</summary>
    public FlowgladCustomer? FindEvenArchived(string externalId) =>
        _customers.FindByKey(externalId) ?? _customers.Query(customers => customers.LastOrDefault(customer => customer.ExternalId == externalId));

    /// <summary>Changes a customer, which keeps its external id; null when there is none with that id.</summary>
    public FlowgladCustomer? Update(string id, Func<FlowgladCustomer, FlowgladCustomer> change) =>
        _customers.Update(id, customer => change(customer) with { UpdatedAt = Now() }).Changed;

    public TResult Query<TResult>(Func<IReadOnlyList<FlowgladCustomer>, TResult> query) => _customers.Query(query);

    public void Clear() => _customers.Clear();

    public IReadOnlyList<SimulatedCustomer> Snapshot(FlowgladResponseShape shape) =>
        _customers.Query(customers => customers.Select(customer => Snapshot(customer, shape)).ToList());

    private static SimulatedCustomer Snapshot(FlowgladCustomer customer, FlowgladResponseShape shape) => new(() => customer.ToJson(shape).ToText())
    {
        Id = customer.Id,
        ExternalId = customer.ExternalId,
        Email = customer.Email,
        CreatedAt = customer.CreatedAt,
        IsArchived = customer.Archived,
    };

    private static FlowgladCustomer Blank() => new()
    {
        Id = "",
        ExternalId = "",
        Email = "",
        Name = "",
        InvoiceNumberBase = "",
        SubscriptionId = "",
        CreatedAt = default,
        UpdatedAt = default,
    };

    private FlowgladCustomer Create(FlowgladCustomer wanted, bool livemode)
    {
        DateTimeOffset now = Now();
        return wanted with
        {
            Id = $"cust_{_ids.Token(17)}",
            CreatedAt = now,
            UpdatedAt = now,
            Livemode = livemode,
            InvoiceNumberBase = string.Create(CultureInfo.InvariantCulture, $"CUS{++_count:D4}"),
            SubscriptionId = $"sub_{_ids.Token(12)}",
        };
    }

    // The database keeps milliseconds.
    private DateTimeOffset Now() => DateTimeOffset.FromUnixTimeMilliseconds(timeProvider.GetUtcNow().ToUnixTimeMilliseconds());
}
