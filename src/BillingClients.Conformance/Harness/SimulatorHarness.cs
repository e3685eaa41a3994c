using BillingClients.Testing;

namespace BillingClients.Conformance;

/// <summary>A harness for a client that talks to one of the providers of <see cref="ProviderSimulator"/>.</summary>
/// <param name="provider">The provider's name in the simulator, such as <c>flexprice</c>.</param>
public abstract class SimulatorHarness(string provider) : CustomerClientHarness
{
    private ProviderSimulator? _simulator;

    /// <summary>The simulator.</summary>
    public ProviderSimulator Simulator => _simulator ?? throw new InvalidOperationException("The harness is not started; call StartAsync first.");

    /// <summary>The provider.</summary>
    public SimulatedProvider Provider => Simulator[provider];

    /// <inheritdoc/>
    public sealed override int? RequestCount => Provider.Requests.Count;

    /// <inheritdoc/>
    public sealed override int? CustomerCount => Provider.Customers.Count;

    /// <inheritdoc/>
    public sealed override IReadOnlyList<string> Objections => [.. Simulator.Journal.Objections.Select(static request => request.ToString())];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Secrets => [Provider.ApiKey];

    /// <summary>How the simulator is started. Override it to add a simulation of your own.</summary>
    protected virtual ProviderSimulatorOptions SimulatorOptions => new();

    /// <inheritdoc/>
    public override async ValueTask StartAsync(CancellationToken cancellationToken) =>
        _simulator = await ProviderSimulator.StartAsync(SimulatorOptions, cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public sealed override ICustomerClient CreateClient(UnsupportedFields unsupportedFields = UnsupportedFields.Refuse) =>
        CreateClient(Provider, unsupportedFields);

    /// <summary>The simulator's providers do what the documents leave open.</summary>
    /// <param name="capability">The name in <see cref="CustomerCapabilities"/>.</param>
    public override bool Answers(string capability) => true;

    /// <inheritdoc/>
    public sealed override HeldRequest? HoldNextRequest()
    {
        HeldRequest held = new();
        Provider.Answer(_ =>
        {
            // The simulator's answers are synchronous; the test releases this one when the client has given up.
            held.HoldAsync(CancellationToken.None).GetAwaiter().GetResult();
            return SimulatedAnswer.Empty(503);
        });
        return held;
    }

    /// <inheritdoc/>
    public sealed override bool LoseNextAnswer()
    {
        Provider.Fault(SimulatedFault.ResetAfterCommit);
        return true;
    }

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        if (_simulator is not null)
        {
            await _simulator.DisposeAsync().ConfigureAwait(false);
        }

        await base.DisposeAsync().ConfigureAwait(false);
        GC.SuppressFinalize(this);
    }

    /// <summary>Makes a client that talks to the simulated provider, with no wait between retries.</summary>
    /// <param name="provider">The provider: its address and its key.</param>
    /// <param name="unsupportedFields">The client's setting for fields that the provider cannot hold.</param>
    protected abstract ICustomerClient CreateClient(SimulatedProvider provider, UnsupportedFields unsupportedFields);
}
