namespace BillingClients.Testing;

/// <summary>Flexprice's customers API, from its server's source.</summary>
/// <remarks>
/// <para>A customer's subscriptions can be read too, see <see cref="AddSubscription"/>. Entitlements, usage and wallets have their routes, and their answers are
/// empty; invoices, grants, integrations and the portal are not simulated. The path is decoded before it is routed, as the server does it, so only a search
/// finds an external id with a slash.</para>
/// <para>Reads come from a replica of the database, see <see cref="ReplicaLag"/>. The server's cache is not simulated. Where the source says nothing, the
/// simulation does the simplest thing:</para>
/// <list type="bullet">
/// <item><description>An unknown path or verb is a 404 in plain text, and so is a slash at the end, which the server redirects.</description></item>
/// <item><description>Only API keys are accepted, not bearer tokens. <c>X-Environment-ID</c> is ignored.</description></item>
/// <item><description>Of time zones only the empty one is refused. The values of <c>gstin</c>, <c>pan</c> and <c>hsn_sac</c> are not
/// checked.</description></item>
/// <item><description>A filter or an order by an unknown column is a 400; the server answers with a 400 or a 500. A filter whose value is of another type than
/// the column is a 500.</description></item>
/// </list>
/// </remarks>
public sealed class FlexpriceSimulation : SimulatedProvider
{
    private readonly FlexpriceStore _store;
    private readonly FlexpriceAnswers _answers;
    private readonly IdSequence _requestIds;
    private readonly TimeProvider _timeProvider;

    internal FlexpriceSimulation(SimulationContext context)
        : base("flexprice", "/flexprice/v1", "sk_01JD3Q5N0T8Y4W2V6X9Z1A7B3D", context)
    {
        _timeProvider = context.TimeProvider;
        _requestIds = new IdSequence(context.Seed);
        _store = new FlexpriceStore(context.TimeProvider, context.Seed, () => ReplicaLag);
        _answers = new FlexpriceAnswers(() => ErrorShape);

        var customers = new FlexpriceCustomers(_store, _answers);
        var search = new FlexpriceCustomerSearch(_store, _answers);
        var subscriptions = new FlexpriceSubscriptions(_store, _answers);
        var others = new FlexpriceOtherRoutes(_store, _answers);
        Endpoints = new EndpointTable { DecodesBeforeRouting = true }
            .Writes("POST", "/customers", customers.Create)
            .Writes("PUT", "/customers", customers.Update)
            .Writes("DELETE", "/customers/{id}", customers.Delete)
            .Reads("GET", "/customers/{id}", customers.Retrieve)
            .Reads("GET", "/customers/external/{external_id}", customers.RetrieveByExternalId)
            .Reads("GET", "/customers/external/{external_id}/subscriptions", subscriptions.List)
            .Reads("GET", "/customers/external/{external_id}/entitlements", others.EntitlementsByExternalId)
            .Reads("GET", "/customers/{id}/entitlements", FlexpriceOtherRoutes.Entitlements)
            .Reads("GET", "/customers/usage", others.Usage)
            .Reads("GET", "/customers/{id}/usage", others.UsageOfCustomer)
            .Reads("GET", "/customers/wallets", others.Wallets)
            .Reads("GET", "/customers/{id}/wallets", FlexpriceOtherRoutes.WalletsOfCustomer)
            .Reads("POST", "/customers/search", search.Search);
    }

    /// <summary>The shape of error bodies; the current one by default.</summary>
    public FlexpriceErrorShape ErrorShape { get; set; }

    /// <summary>
    /// How far the replica lags behind, by the simulator's clock; zero by default. Every read sees customers as they were that long ago: by id, by external id,
    /// in a search, and before an update or a delete. A create sees everything, so it can answer 409 for a customer that no read finds yet.
    /// </summary>
    public TimeSpan ReplicaLag { get; set; }

    /// <inheritdoc/>
    public override IReadOnlyList<SimulatedCustomer> Customers => _store.Snapshot();

    /// <inheritdoc/>
    protected override EndpointTable Endpoints { get; }

    /// <summary>Gives the customer an active subscription: it is listed with the customer's subscriptions, and the customer cannot be deleted.</summary>
    public void AddSubscription(string customerId) => _store.AddSubscription(customerId);

    /// <summary>Gives the customer a wallet, so that deleting it is refused.</summary>
    public void AddWallet(string customerId) => _store.AddWallet(customerId);

    /// <inheritdoc/>
    public override void ClearCustomers() => _store.Clear();

    /// <inheritdoc/>
    protected override SimulatedAnswer? Authenticate(SimulatedCall call)
    {
        string? key = call.Request.Header("x-api-key");
        if (Accepts(key))
        {
            return null;
        }

        call.AddObjection(string.IsNullOrEmpty(key) ? "no x-api-key" : "the x-api-key is not accepted");
        return FlexpriceAnswers.Unauthorized(call.Request.Header("Authorization"));
    }

    /// <inheritdoc/>
    protected override SimulatedAnswer UnknownEndpoint(SimulatedCall call, bool pathIsKnown) => FlexpriceAnswers.NoSuchPage;

    /// <inheritdoc/>
    protected override SimulatedAnswer Failure(int status) => _answers.Failure(status);

    /// <inheritdoc/>
    protected override SimulatedAnswer Complete(SimulatedCall call, SimulatedAnswer answer) =>
        answer.WithHeader("X-Request-ID", FlexpriceRequestId.Accepts(call.Request.Header("X-Request-ID")) ?? _requestIds.Ulid(_timeProvider.GetUtcNow()));
}
