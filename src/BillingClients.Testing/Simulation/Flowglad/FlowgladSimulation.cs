using System.Text.Json.Nodes;

namespace BillingClients.Testing;

/// <summary>Flowglad's customers API, from its server's source.</summary>
/// <remarks>
/// <para>All keys see the same customers; <c>livemode</c> is that of the key that created the customer. Above the
/// <see cref="SimulatedProvider.RateLimit"/>, a key is answered like a wrong one, with a 401: Flowglad has no 429. Where the source says nothing, the simulation
/// does the simplest thing:</para>
/// <list type="bullet">
/// <item><description>Every customer has the free monthly plan of one pricing model, and nothing else: no invoices, purchases or
/// payment methods.</description></item>
/// <item><description>When an archived customer and one that is not have the same external id, an archive takes the latter.</description></item>
/// <item><description><c>invoiceNumberBase</c> is a count.</description></item>
/// <item><description>A cursor of a customer that is gone gives an empty page. Cursors without an id, which the server still takes, are
/// refused.</description></item>
/// <item><description>All answers but a 401 and a 405 have an <c>X-Request-Id</c>. <c>HEAD</c> and <c>OPTIONS</c> are a 405.</description></item>
/// <item><description><c>catalogId</c> in a create is not objected to, because older documents have it; only <see cref="FlowgladResponseShape.Older"/> stores
/// it.</description></item>
/// </list>
/// </remarks>
public sealed class FlowgladSimulation : SimulatedProvider
{
    private const string Customer = "/api/v1/customers/{externalId}";

    private readonly FlowgladStore _store;
    private readonly FlowgladAnswers _answers;

    internal FlowgladSimulation(SimulationContext context)
        : base("flowglad", "/flowglad", "sk_test_Ty6a_3Kd9Xw7Lm5Np8Rs2Tv4Yz", context)
    {
        _store = new FlowgladStore(context.TimeProvider, context.Seed);
        _answers = new FlowgladAnswers(context.Seed);

        var customers = new FlowgladCustomers(_store, _answers, () => ResponseShape);
        var list = new FlowgladList(_store, _answers, () => ResponseShape);
        Endpoints = new EndpointTable { DecodesBeforeRouting = true }
            .Writes("POST", "/api/v1/customers", customers.Create)
            .Reads("GET", "/api/v1/customers", list.Page)
            .Reads("GET", Customer, customers.Retrieve)
            .Writes("PUT", Customer, customers.Update)
            .Writes("POST", Customer + "/archive", WithoutBackslash(customers.Archive))
            .Reads("GET", Customer + "/billing", WithoutBackslash(customers.Billing))
            .Reads("GET", Customer + "/usage-balances", WithoutBackslash(customers.UsageBalances));
    }

    /// <summary>The shape of customers in answers; the current one by default.</summary>
    public FlowgladResponseShape ResponseShape { get; set; }

    /// <inheritdoc/>
    public override IReadOnlyList<SimulatedCustomer> Customers => _store.Snapshot(ResponseShape);

    /// <inheritdoc/>
    protected override EndpointTable Endpoints { get; }

    /// <summary>Gives a customer a billing address, as its checkout does; the API has no way to.</summary>
    /// <param name="customerId">The provider's id.</param>
    /// <param name="json">An object with <c>firstName</c>, <c>lastName</c>, <c>phone</c>, <c>address</c> and so on; null for none.</param>
    /// <exception cref="KeyNotFoundException">There is no such customer.</exception>
    public void SetBillingAddress(string customerId, string? json)
    {
        string? checkedJson = json is null ? null : JsonNode.Parse(json)!.ToText();
        if (_store.Update(customerId, customer => customer with { BillingAddress = checkedJson }) is null)
        {
            throw new KeyNotFoundException("No customer has that id.");
        }
    }

    /// <inheritdoc/>
    public override void ClearCustomers() => _store.Clear();

    /// <inheritdoc/>
    protected override SimulatedAnswer? Authenticate(SimulatedCall call)
    {
        string? authorization = call.Request.Header("Authorization");
        if (string.IsNullOrEmpty(authorization))
        {
            call.AddObjection("no Authorization");
            return FlowgladAnswers.NoKey;
        }

        string? key = FlowgladKey.Read(authorization);
        if (Accepts(key))
        {
            return null;
        }

        call.AddObjection(key is null ? "Authorization holds no key" : "the key is not accepted");
        return key is null ? FlowgladAnswers.MalformedKey : FlowgladAnswers.InvalidKey;
    }

    /// <inheritdoc/>
    /// <remarks>The server's framework looks at the verb before the key, and at the path after it.</remarks>
    protected override SimulatedAnswer UnknownEndpoint(SimulatedCall call, bool pathIsKnown) =>
        call.Request.Method is "GET" or "POST" or "PUT" or "DELETE" ? Authenticate(call) ?? _answers.NoRoute() : FlowgladAnswers.NoVerb;

    /// <inheritdoc/>
    protected override SimulatedAnswer Failure(int status) => _answers.Failure(status);

    /// <inheritdoc/>
    /// <remarks>An error has its request id already, because its body holds it too.</remarks>
    protected override SimulatedAnswer Complete(SimulatedCall call, SimulatedAnswer answer) =>
        answer.Status is >= 200 and < 300 ? answer.WithHeader(FlowgladAnswers.RequestIdHeader, _answers.NextRequestId()) : answer;

    internal override SimulatedAnswer TooManyRequests(SimulatedCall call, TimeSpan retryAfter) => FlowgladAnswers.InvalidKey;

    // These routes do not take a backslash in an external id, the others do.
    private Func<SimulatedCall, SimulatedAnswer> WithoutBackslash(Func<SimulatedCall, SimulatedAnswer> handler) => call =>
    {
        if (!call.Route("externalId").Contains('\\', StringComparison.Ordinal))
        {
            return handler(call);
        }

        call.AddObjection("this route takes no backslash in an external id");
        return _answers.NoRoute();
    };
}
