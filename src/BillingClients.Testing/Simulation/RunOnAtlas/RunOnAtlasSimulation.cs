namespace BillingClients.Testing;

/// <summary>RunOnAtlas's customers API, from its API reference and its own client.</summary>
/// <remarks>
/// <para>RunOnAtlas's own client also finds what it needs beside customers: the account, a pricing model with two empty plans, credits, the payment method, and
/// endpoints that take its reports of versions, features and events. Invoices, transactions, changes of subscriptions and the socket for invalidations are not
/// simulated. Where the sources say nothing, the simulation does the simplest thing:</para>
/// <list type="bullet">
/// <item><description>Every success is a 200.</description></item>
/// <item><description>An invalid request is a 400, a missing or unknown key a 401, an unknown path or verb a 404, a second create with the same external id a
/// 409.</description></item>
/// <item><description>Error bodies are <c>{"message"}</c> or <c>{"error"}</c>, see <see cref="ErrorMember"/>; the own client reads both.</description></item>
/// <item><description>In an upsert, null clears a field and an absent field stays. Unknown fields are dropped.</description></item>
/// <item><description>Filters of the list compare the whole text and regard case. A list without customers has 0 pages.</description></item>
/// </list>
/// </remarks>
public sealed class RunOnAtlasSimulation : SimulatedProvider
{
    internal const string MerchantId = "3c6f0e58-4b1d-4f7e-9a52-8d0c7b6e1f24";

    private readonly RunOnAtlasStore _store;
    private readonly RunOnAtlasAnswers _answers;

    internal RunOnAtlasSimulation(SimulationContext context)
        : base("runonatlas", "/runonatlas", "simulated-secret-key-5e7d1c3b9a8f4062", context)
    {
        _store = new RunOnAtlasStore(context.TimeProvider, context.Seed);
        _answers = new RunOnAtlasAnswers(() => ErrorMember);

        var customers = new RunOnAtlasCustomers(_store, _answers, DefaultPlan);
        var listing = new RunOnAtlasListing(_store, _answers);
        var account = new RunOnAtlasAccount(_store, _answers, DefaultPlan);
        Endpoints = new EndpointTable()
            .Writes("POST", "/external/customers", customers.Create)
            .Writes("POST", "/external/customers/upsert", customers.Upsert)
            .Reads("GET", "/external/customers", listing.List)
            .Reads("GET", "/external/customers/{id}", customers.Retrieve)
            .Reads("GET", "/external/customers/external-id/{externalId}/expanded", customers.RetrieveExpanded)
            .Reads("GET", "/external/customers/external-id/{externalId}/with-active-and-upcoming-subscriptions", customers.RetrieveForOwnClient)
            .Reads("PATCH", "/external/customers/external-id/{externalId}/stripe/payment-method", account.PaymentMethod)
            .Reads("GET", "/external/customers/{id}/customPricingUnits/{unit}/credit-usage", account.CreditUsage)
            .Reads("GET", "/external/merchants/me", account.Merchant)
            .Reads("GET", "/external/pricingModel", account.PricingModel)
            .Reads("POST", "/external/sdk/version", account.TakeReport)
            .Reads("PUT", "/external/billables/register", account.TakeReport)
            .Reads("POST", "/external/event", account.TakeReport);
    }

    /// <summary>Which member of error bodies has the text; <c>message</c> by default.</summary>
    public RunOnAtlasErrorMember ErrorMember { get; set; }

    /// <summary>The plan that a create subscribes to; null for none. An upsert does not subscribe.</summary>
    public string? DefaultPlanId { get; set; } = "a1f4e7d2-93c8-4b06-8e5d-7c2b0a9f6e31";

    /// <inheritdoc/>
    public override IReadOnlyList<SimulatedCustomer> Customers => _store.Snapshot();

    /// <inheritdoc/>
    protected override EndpointTable Endpoints { get; }

    /// <summary>Gives the customer a trial subscription, so that it is not eligible for another.</summary>
    /// <exception cref="KeyNotFoundException">There is no such customer.</exception>
    public void AddTrial(string customerId) => _store.AddTrial(customerId, RunOnAtlasPlan.Pro);

    /// <summary>Gives the customer credits of one kind.</summary>
    /// <exception cref="KeyNotFoundException">There is no such customer.</exception>
    public void AddCredits(string customerId, string customPricingUnitId, decimal balance) =>
        _store.AddCredits(customerId, new RunOnAtlasCredits(customPricingUnitId, balance));

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
        return _answers.Unauthorized();
    }

    /// <inheritdoc/>
    protected override SimulatedAnswer UnknownEndpoint(SimulatedCall call, bool pathIsKnown) => _answers.NoSuchEndpoint();

    /// <inheritdoc/>
    protected override SimulatedAnswer Failure(int status) => _answers.Failure(status);

    private RunOnAtlasPlan? DefaultPlan() => DefaultPlanId is { } id ? RunOnAtlasPlan.Free(id) : null;
}
