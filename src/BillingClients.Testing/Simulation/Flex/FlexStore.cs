namespace BillingClients.Testing;

/// <summary>Flex's customers. An e-mail address has one customer. A key for test data and one for live data each see their own.</summary>
internal sealed class FlexStore(TimeProvider timeProvider, int seed)
{
    private readonly CustomerStore<FlexCustomer> _customers = new(customer => customer.Id, customer => KeyOf(customer.Email, customer.TestMode));
    private readonly IdSequence _ids = new(seed);

    /// <summary>The new customer; or, if one has the e-mail address, that one with the fields that were given.</summary>
    public FlexCustomer CreateOrUpdate(FlexCustomerRequest request, bool testMode) => _customers.AddOrUpdate(
        KeyOf(request.Email, testMode), () => Make(request, testMode), existing => request.ApplyTo(existing, NewShippingId));

    public FlexCustomer? Find(string id, bool testMode) =>
        _customers.Find(id) is { } customer && customer.TestMode == testMode ? customer : null;

    public StoreChange<FlexCustomer> Update(string id, FlexCustomerRequest request) =>
        _customers.Update(id, customer => request.ApplyTo(customer, NewShippingId));

    public bool Delete(string id) => _customers.Remove(id);

    /// <summary>The customers of a mode, newest first.</summary>
    public IReadOnlyList<FlexCustomer> All(bool testMode) =>
        _customers.Query(customers => customers.Where(customer => customer.TestMode == testMode).Reverse().ToList());

    public void Clear() => _customers.Clear();

    public IReadOnlyList<SimulatedCustomer> Snapshot() => _customers.Query(customers => customers.Select(Snapshot).ToList());

    private static string? KeyOf(string? email, bool testMode) => email is null ? null : $"{(testMode ? "test" : "live")} {email}";

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
