using BillingClients.Testing;

namespace BillingClients.Ledgerly.Tests.Simulation;

/// <summary>Ledgerly as its documents describe it. Keys, scripts, faults and the journal are the simulator's.</summary>
internal sealed class LedgerlySimulation : SimulatedProvider
{
    private readonly LedgerlyEndpoints _endpoints;

    private LedgerlySimulation(SimulationContext context)
        : base("ledgerly", "/ledgerly/v1", "led_9Tq4Wm2Zx7", context)
    {
        _endpoints = new LedgerlyEndpoints(context.TimeProvider);
        Endpoints = new EndpointTable()
            .Writes("POST", "/customers", _endpoints.Create)
            .Reads("GET", "/customers", _endpoints.List)
            .Reads("GET", "/customers/by-ref", _endpoints.GetByRef)
            .Reads("GET", "/customers/{id}", _endpoints.Get)
            .Writes("PATCH", "/customers/{id}", _endpoints.Update)
            .Writes("DELETE", "/customers/{id}", _endpoints.Delete);
    }

    /// <summary>Adds Ledgerly to a simulator.</summary>
    internal static ProviderSimulatorOptions SimulatorOptions => new() { Providers = [static context => new LedgerlySimulation(context)] };

    public override IReadOnlyList<SimulatedCustomer> Customers => _endpoints.Stored;

    protected override EndpointTable Endpoints { get; }

    public override void ClearCustomers() => _endpoints.Clear();

    protected override SimulatedAnswer? Authenticate(SimulatedCall call) =>
        Accepts(call.Request.Header("X-Ledgerly-Key")) ? null : LedgerlyAnswers.Error(401, "bad_key", "This key is not known.");

    protected override SimulatedAnswer UnknownEndpoint(SimulatedCall call, bool pathIsKnown) =>
        LedgerlyAnswers.Error(404, "no_such_path", "There is no such path.");

    protected override SimulatedAnswer Failure(int status) => LedgerlyAnswers.Error(status, "failed", "The request failed.");
}
