namespace BillingClients.Testing.Tests.Own;

/// <summary>The smallest provider: it answers with what the test says, and stores nothing.</summary>
internal sealed class EchoSimulation : SimulatedProvider
{
    internal EchoSimulation(
        SimulationContext context,
        string name = "echo",
        string basePath = "/echo",
        Func<SimulatedCall, SimulatedAnswer>? answer = null,
        bool decodesBeforeRouting = false)
        : base(name, basePath, "key", context) =>
        Endpoints = new EndpointTable { DecodesBeforeRouting = decodesBeforeRouting }
            .Reads("POST", "/items/{id}", answer ?? (static _ => SimulatedAnswer.Empty(200)))
            .Reads("POST", "/items/{id}/parts", static call => SimulatedAnswer.Text(200, $"parts of {call.Route("id")}"));

    public override IReadOnlyList<SimulatedCustomer> Customers => [];

    protected override EndpointTable Endpoints { get; }

    internal bool IsCleared { get; private set; }

    public override void ClearCustomers() => IsCleared = true;

    protected override SimulatedAnswer? Authenticate(SimulatedCall call) => Accepts(call.Request.Header("X-Key")) ? null : SimulatedAnswer.Empty(401);

    protected override SimulatedAnswer UnknownEndpoint(SimulatedCall call, bool pathIsKnown) => SimulatedAnswer.Empty(pathIsKnown ? 405 : 404);

    protected override SimulatedAnswer Failure(int status) => SimulatedAnswer.Text(status, "failed");
}
