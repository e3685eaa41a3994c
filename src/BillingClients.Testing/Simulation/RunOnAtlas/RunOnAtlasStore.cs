namespace BillingClients.Testing;

/// <summary>RunOnAtlas's customers: the external id is unique.</summary>
internal sealed class RunOnAtlasStore(TimeProvider timeProvider, int seed)
{
    private readonly CustomerStore<RunOnAtlasCustomer> _customers = new(customer => customer.Id, customer => customer.ExternalId);
    private readonly IdSequence _ids = new(seed);

    /// <summary>Stores a new customer, subscribed to the plan, if there is one; null when another has its external id.</summary>
    public RunOnAtlasCustomer? Create(RunOnAtlasCustomerRequest request, RunOnAtlasPlan? defaultPlan) =>
        _customers.TryAdd(request.ExternalId, () => WithSubscription(New(request), defaultPlan, isTrial: false), out RunOnAtlasCustomer customer)
            ? customer
            : null;

    /// <summary>Changes the customer with that external id, or stores a new one without a subscription.</summary>
    public RunOnAtlasCustomer Upsert(RunOnAtlasCustomerRequest request) =>
        _customers.AddOrUpdate(request.ExternalId, () => New(request), customer => request.ApplyTo(customer) with { UpdatedAt = Now() });

    public RunOnAtlasCustomer? Find(string id) => _customers.Find(id);

    public RunOnAtlasCustomer? FindByExternalId(string externalId) => _customers.FindByKey(externalId);

    public void AddTrial(string id, RunOnAtlasPlan plan) => Change(id, customer => WithSubscription(customer, plan, isTrial: true));

    public void AddCredits(string id, RunOnAtlasCredits credits) => Change(id, customer => customer with { Credits = [.. customer.Credits, credits] });

    public TResult Query<TResult>(Func<IReadOnlyList<RunOnAtlasCustomer>, TResult> query) => _customers.Query(query);

    public void Clear() => _customers.Clear();

    public IReadOnlyList<SimulatedCustomer> Snapshot() => _customers.Query(customers => customers.Select(Snapshot).ToList());

    private static SimulatedCustomer Snapshot(RunOnAtlasCustomer customer) => new(() => customer.ToJson().ToText())
    {
        Id = customer.Id,
        ExternalId = customer.ExternalId,
        Email = customer.Text(RunOnAtlasFields.Email),
        CreatedAt = customer.CreatedAt,
    };

    private RunOnAtlasCustomer Change(string id, Func<RunOnAtlasCustomer, RunOnAtlasCustomer> change) =>
        _customers.Update(id, customer => change(customer) with { UpdatedAt = Now() }).Changed ?? throw new KeyNotFoundException("There is no such customer.");

    private RunOnAtlasCustomer New(RunOnAtlasCustomerRequest request)
    {
        DateTimeOffset now = Now();
        return request.ApplyTo(new RunOnAtlasCustomer { Id = _ids.Uuid(), ExternalId = request.ExternalId, CreatedAt = now, UpdatedAt = now });
    }

    private RunOnAtlasCustomer WithSubscription(RunOnAtlasCustomer customer, RunOnAtlasPlan? plan, bool isTrial) => plan is null
        ? customer
        : customer with { Subscriptions = [.. customer.Subscriptions, new RunOnAtlasSubscription(_ids.Uuid(), plan, isTrial, Now())] };

    private DateTimeOffset Now() => RunOnAtlasTime.Cut(timeProvider.GetUtcNow());
}
