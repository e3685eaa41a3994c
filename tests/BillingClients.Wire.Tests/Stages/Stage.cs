namespace BillingClients.Wire.Tests.Stages;

/// <summary>Where a scenario is played: the real client, and a server behind it.</summary>
internal abstract class Stage(string provider, ICustomerClient client)
{
    private readonly List<PlayedCall> _calls = [];

    /// <summary>What was called so far, and what came of it.</summary>
    internal IReadOnlyList<PlayedCall> Calls => _calls;

    /// <summary>The calls of one operation.</summary>
    internal OperationCalls Of(OperationKind operation) => new(this, operation);

    /// <summary>What happens at the provider between two calls. WireMock ignores it: its stubs have the answers that came after.</summary>
    internal abstract void Meanwhile(Action<Testing.ProviderSimulator> change);

    internal async Task<Outcome> CallAsync(OperationKind operation, string name, int status, Func<ICustomerClient, Task<object?>> call)
    {
        Outcome outcome = await Outcome.OfAsync(() => call(client));
        PlayedCall played = new(provider, operation, name, status, outcome);
        _calls.Add(played);
        Check(played);
        return outcome;
    }

    /// <summary>Fails if the server did not receive the expected requests.</summary>
    protected abstract void Check(PlayedCall call);
}
