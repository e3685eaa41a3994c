namespace BillingClients.Testing;

/// <summary>Flex's customers API, from its documentation and the tests of its plugin.</summary>
/// <remarks>
/// <para>Test keys and live keys see different customers. Only customers are simulated. A create with the e-mail address of a customer changes that customer, by
/// the fields that it has, and makes no second one. Where the sources say nothing, the simulation does the simplest thing:</para>
/// <list type="bullet">
/// <item><description>No field is required, and no text is checked. E-mail addresses are compared with regard to case. A create without one makes a new
/// customer.</description></item>
/// <item><description>In an update, null clears a field. Metadata and the address are replaced as a whole; the address keeps its id. An update to the e-mail
/// address of another customer is a 422.</description></item>
/// <item><description>A delete is a 204 without a body, and one of nobody is a 404. The e-mail address of a deleted customer can be used again.</description></item>
/// <item><description>Answers leave out fields that are not set.</description></item>
/// <item><description>The list is newest first. Its filter by e-mail is exact. A cursor that is not in the list is a
/// 422.</description></item>
/// <item><description>A field of the wrong type is a 422. The bodies of 401, 405, 408 and 429 are <c>{message}</c>. An unknown path is the documented
/// 404.</description></item>
/// </list>
/// </remarks>
public sealed class FlexSimulation : SimulatedProvider
{
    private readonly FlexStore _store;
    private readonly IdempotencyStore _idempotency;

    internal FlexSimulation(SimulationContext context)
        : base("flex", "/flex", "fsk_test_01JD3Q5N0T8Y4W2V6X9Z1A7B3F", context)
    {
        _store = new FlexStore(context.TimeProvider, context.Seed);
        _idempotency = new IdempotencyStore(context.TimeProvider) { IsOn = () => HonorsIdempotencyKeys };
        var customers = new FlexCustomers(_store);
        var list = new FlexCustomerList(_store);
        Endpoints = new EndpointTable()
            .Writes("POST", "/v1/customers", _idempotency.Once(customers.Create))
            .Reads("GET", "/v1/customers", list.List)
            .Reads("GET", "/v1/customers/{id}", customers.Retrieve)
            .Writes("PATCH", "/v1/customers/{id}", _idempotency.Once(customers.Update))
            .Writes("DELETE", "/v1/customers/{id}", customers.Delete);
    }

    /// <summary>
    /// Whether a create or update that repeats the <c>Idempotency-Key</c> of one that succeeded gets the same answer and changes nothing. False by default:
    /// Flex's plugin sends the key, but its documentation does not mention it. In the journal such a repeat counts as committed.
    /// </summary>
    public bool HonorsIdempotencyKeys { get; set; }

    /// <inheritdoc/>
    public override IReadOnlyList<SimulatedCustomer> Customers => _store.Snapshot();

    /// <inheritdoc/>
    protected override EndpointTable Endpoints { get; }

    /// <inheritdoc/>
    public override void ClearCustomers()
    {
        _store.Clear();
        _idempotency.Clear();
    }

    /// <inheritdoc/>
    protected override SimulatedAnswer? Authenticate(SimulatedCall call)
    {
        string? key = FlexKey.Of(call);
        if (Accepts(key))
        {
            return null;
        }

        call.AddObjection(key is null ? "no bearer token" : "the bearer token is not accepted");
        return FlexAnswers.Unauthorized;
    }

    /// <inheritdoc/>
    protected override SimulatedAnswer UnknownEndpoint(SimulatedCall call, bool pathIsKnown) => pathIsKnown ? FlexAnswers.WrongVerb : FlexAnswers.NotFound;

    /// <inheritdoc/>
    protected override SimulatedAnswer Failure(int status) => FlexAnswers.Failure(status);
}
