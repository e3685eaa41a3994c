namespace BillingClients.Testing;

/// <summary>Flex's customers API, as its documents and its plugin's tests have it.</summary>
/// <remarks>
/// <para>What those were not seen to say is kept plain here: no field is required, and no text is checked; two customers may have the same e-mail address,
/// and the filter by it is exact; null in an update clears; metadata and address are replaced whole, the address keeping its id; fields that are not set are
/// absent in answers; the list is newest first, as that of products is; a cursor that is not in the list is a 422, as is a field of the wrong type; the bodies
/// of 401, 405, 408 and 429 are <c>{message}</c>; an unknown path is the documented 404.</para>
/// <para>Customers are kept apart by whether the key is for test or live data. Only customers are simulated.</para>
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
            .Writes("PATCH", "/v1/customers/{id}", _idempotency.Once(customers.Update));
    }

    /// <summary>
    /// Whether a create or update with an <c>Idempotency-Key</c> that succeeded before is answered with that answer again, and changes nothing. False by
    /// default: Flex's plugin sends the key, and its documents do not mention it. The journal has such a repeat as committed, too.
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
