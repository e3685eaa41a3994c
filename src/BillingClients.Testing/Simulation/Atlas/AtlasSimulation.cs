using System.Globalization;

namespace BillingClients.Testing;

/// <summary>Atlas's customers API (api.atlas.co), from its server's source or from its documentation: see <see cref="Dialect"/>.</summary>
/// <remarks>
/// <para>Only customers are simulated. Where neither source says anything, the simulation does the simplest thing:</para>
/// <list type="bullet">
/// <item><description>An unknown path is a 404 in plain text.</description></item>
/// <item><description>A field of the wrong JSON type is a 500, as what the database refuses. A body that is JSON but not an object is answered like malformed
/// JSON.</description></item>
/// <item><description>A list whose offset is past the last customer is empty. An update without fields changes nothing.</description></item>
/// <item><description>Any text is accepted as a default payment method.</description></item>
/// <item><description>In the documentation's dialect, error codes are those of the source, and a repeat with the same idempotency key counts as committed again.
/// The X-RateLimit headers show the <see cref="SimulatedProvider.RateLimit"/>; when there is none, those of a limit that is never reached.</description></item>
/// </list>
/// </remarks>
public sealed class AtlasSimulation : SimulatedProvider
{
    private const string Scheme = "Bearer ";

    private readonly AtlasStore _store;
    private readonly AtlasAnswers _answers;
    private readonly IdempotencyStore _idempotency;
    private readonly TimeProvider _timeProvider;

    internal AtlasSimulation(SimulationContext context)
        : base("atlas", "/atlas/functions/v1", "sk_test_atlas_simulator", context)
    {
        _timeProvider = context.TimeProvider;
        _store = new AtlasStore(context.TimeProvider, context.Seed, () => Dialect);
        _answers = new AtlasAnswers(() => Dialect);
        _idempotency = new IdempotencyStore(context.TimeProvider)
        {
            IsOn = () => Dialect == AtlasDialect.Documentation,
            KeptFor = TimeSpan.FromHours(24),
            RefuseOtherBody = _answers.KeyReused,
        };

        var customers = new AtlasCustomers(_store, _answers, () => Dialect);
        Endpoints = new EndpointTable()
            .Writes("POST", "/customers", _idempotency.Once(customers.Create))
            .Writes("PATCH", "/customers/{id}", customers.Update)
            .Writes("DELETE", "/customers/{id}", customers.Delete)
            .Reads("GET", "/customers/{id}", customers.Retrieve)
            .Reads("GET", "/customers", customers.List);
    }

    /// <summary>Which source is simulated; the server's source code by default.</summary>
    public AtlasDialect Dialect { get; set; }

    /// <inheritdoc/>
    public override IReadOnlyList<SimulatedCustomer> Customers => _store.Snapshot();

    /// <inheritdoc/>
    protected override EndpointTable Endpoints { get; }

    /// <summary>Gives the customer an active subscription, so that deleting it is refused.</summary>
    public void AddSubscription(string customerId) => _store.AddSubscription(customerId);

    /// <inheritdoc/>
    public override void ClearCustomers()
    {
        _store.Clear();
        _idempotency.Clear();
    }

    /// <inheritdoc/>
    protected override SimulatedAnswer? Authenticate(SimulatedCall call)
    {
        string? authorization = call.Request.Header("Authorization");
        string? key = authorization?.StartsWith(Scheme, StringComparison.Ordinal) == true ? authorization[Scheme.Length..] : null;
        if (Accepts(key) && IsSecretKey(key!))
        {
            return null;
        }

        call.AddObjection(string.IsNullOrEmpty(authorization) ? "no Authorization" : "the Authorization is not 'Bearer' and an accepted secret key");
        return _answers.Unauthorized(call);
    }

    /// <inheritdoc/>
    /// <remarks>The server asks for the key before it looks at the verb.</remarks>
    protected override SimulatedAnswer UnknownEndpoint(SimulatedCall call, bool pathIsKnown) =>
        pathIsKnown ? Authenticate(call) ?? _answers.MethodNotAllowed(call) : AtlasAnswers.NoSuchPath;

    /// <inheritdoc/>
    protected override SimulatedAnswer Failure(int status) => _answers.Failure(status);

    /// <inheritdoc/>
    protected override SimulatedAnswer Complete(SimulatedCall call, SimulatedAnswer answer)
    {
        // The server names no charset.
        const string Json = "application/json";
        SimulatedAnswer named = answer.ContentType?.StartsWith(Json, StringComparison.Ordinal) == true ? answer with { ContentType = Json } : answer;
        return Dialect == AtlasDialect.Source ? named : WithRateLimit(named.WithHeader("X-Request-Id", AtlasAnswers.RequestId(call)));
    }

    private SimulatedAnswer WithRateLimit(SimulatedAnswer answer)
    {
        (int limit, int remaining, DateTimeOffset end) = Rate is { } rate
            ? (rate.Limit.Requests, rate.State.Remaining, rate.State.End)
            : (1000, 999, _timeProvider.GetUtcNow().AddMinutes(1));
        return answer
            .WithHeader("X-RateLimit-Limit", Text(limit))
            .WithHeader("X-RateLimit-Remaining", Text(remaining))
            .WithHeader("X-RateLimit-Reset", Text(end.ToUnixTimeSeconds()));
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static bool IsSecretKey(string key) => key.StartsWith("sk_test_", StringComparison.Ordinal) || key.StartsWith("sk_live_", StringComparison.Ordinal);
}
