namespace BillingClients.Testing;

/// <summary>Flex's customers. Nothing is unique; a key for test data and one for live data each see their own.</summary>
internal sealed class FlexStore(TimeProvider timeProvider, int seed)
{
    private readonly CustomerStore<FlexCustomer> _customers = new(customer => customer.Id, _ => null);
    private readonly IdSequence _ids = new(seed);

    public FlexCustomer Create(FlexCustomerRequest request, bool testMode)
    {
        _customers.TryAdd(null, () => Make(request, testMode), out FlexCustomer customer);
        return customer;
    }

    public FlexCustomer? Find(string id, bool testMode) =>
        _customers.Find(id) is { } customer && customer.TestMode == testMode ? customer : null;

    public FlexCustomer? Update(string id, bool testMode, FlexCustomerRequest request) =>
        Find(id, testMode) is null ? null : _customers.Update(id, customer => request.ApplyTo(customer, NewShippingId)).Changed;

    /// <summary>The customers of a mode, newest first.</summary>
    public IReadOnlyList<FlexCustomer> All(bool testMode) =>
        _customers.Query(customers => customers.Where(customer => customer.TestMode == testMode).Reverse().ToList());

    public void Clear() => _customers.Clear();

    public IReadOnlyList<SimulatedCustomer> Snapshot() => _customers.Query(customers => customers.Select(Snapshot).ToList());

    private static SimulatedCustomer Snapshot(FlexCustomer customer) => new(() => customer.ToJson().ToText())
    {
        Id = customer.Id,
        Email = customer.Email,
        CreatedAt = customer.CreatedAt,
    };

    private FlexCustomer Make(FlexCustomerRequest request, bool testMode)
    {
        DateTimeOffset now = timeProvider.GetUtcNow();
        return request.ApplyTo(new FlexCustomer { Id = $"fcus_{_ids.Ulid(now)}", CreatedAt = now, TestMode = testMode }, NewShippingId);
    }

    private string NewShippingId() => $"fsh_{_ids.Ulid(timeProvider.GetUtcNow())}";
}
