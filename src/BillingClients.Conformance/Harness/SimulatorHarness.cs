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
    public sealed override ICustomerClient CreateClient(UnsupportedFields unsupportedFields = UnsupportedFields.Throw) =>
        CreateClient(options => Configure(options, unsupportedFields));

    /// <inheritdoc/>
    public sealed override ICustomerClient CreateClientWithoutRetries() => CreateClient(options =>
    {
        Configure(options, UnsupportedFields.Throw);
        options.MaxAttempts = 1;
    });

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
    public sealed override bool LoseNextAnswer(LostAnswer how)
    {
        SimulatedFault fault = how switch
        {
            LostAnswer.BeforeCommit => SimulatedFault.ResetBeforeRead,
            LostAnswer.AfterCommit => SimulatedFault.ResetAfterCommit,
            LostAnswer.GatewayErrorAfterCommit => SimulatedFault.ErrorAfterCommit(502),
            _ => SimulatedFault.GarbageBody(),
        };
        Provider.Fault(fault, request => !IsRead(request));
        return true;
    }

    /// <inheritdoc/>
    public sealed override bool HideCustomers(int reads)
    {
        for (int read = 0; read < reads; read++)
        {
            Provider.Fault(SimulatedFault.LaggingRead, IsRead);
        }

        return true;
    }

    /// <inheritdoc/>
    public sealed override bool AnswerWithGatewayPage(bool toWrite)
    {
        Provider.Answer(SimulatedAnswer.Html(404, "<html><h1>404 Not Found</h1><hr>nginx</html>"), request => IsRead(request) != toWrite);
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

    /// <summary>Whether a request only reads. By default, a GET. Override it for a provider that searches by POST.</summary>
    /// <param name="request">The request.</param>
    protected virtual bool IsRead(JournalEntry request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.Method == "GET";
    }

    /// <summary>Makes a client that talks to the simulated provider.</summary>
    /// <param name="configure">Sets the provider's address and key, no wait between retries, and what the test needs.</param>
    protected abstract ICustomerClient CreateClient(Action<ProviderOptions> configure);

    private void Configure(ProviderOptions options, UnsupportedFields unsupportedFields)
    {
        options.ApiKey = Provider.ApiKey;
        options.BaseAddress = Provider.BaseAddress;
        options.RetryBaseDelay = TimeSpan.Zero;
        options.UnsupportedFields = unsupportedFields;
    }
}
