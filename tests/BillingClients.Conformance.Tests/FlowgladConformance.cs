namespace BillingClients.Conformance.Tests;

/// <summary>Flowglad, over the simulator, with every request and answer compared with its OpenAPI document.</summary>
public sealed class FlowgladHarness() : ContractHarness(FlowgladContract.Customers)
{
    // Its server cannot address an external id with a slash, so the client refuses one.
    public override IReadOnlyList<string> OddExternalIds => [.. base.OddExternalIds.Where(static id => !id.Contains('/', StringComparison.Ordinal))];

    protected override ICustomerClient CreateClient(Action<ProviderOptions> configure)
    {
        FlowgladOptions options = new();
        configure(options);
        return new FlowgladCustomerClient(options);
    }
}

// One line for each class of the suite: the exception to one type per file, so that a client joins with one file.
public sealed class FlowgladCancellation : CancellationConformance<FlowgladHarness>;

public sealed class FlowgladCapability : CapabilityConformance<FlowgladHarness>;

public sealed class FlowgladConcurrency : ConcurrencyConformance<FlowgladHarness>;

public sealed class FlowgladCreate : CreateConformance<FlowgladHarness>;

public sealed class FlowgladDelete : DeleteConformance<FlowgladHarness>;

public sealed class FlowgladDisposal : DisposalConformance<FlowgladHarness>;

public sealed class FlowgladGetOrCreate : GetOrCreateConformance<FlowgladHarness>;

public sealed class FlowgladError : ErrorConformance<FlowgladHarness>;

public sealed class FlowgladField : FieldConformance<FlowgladHarness>;

public sealed class FlowgladFieldUpdate : FieldUpdateConformance<FlowgladHarness>;

public sealed class FlowgladFilter : FilterConformance<FlowgladHarness>;

public sealed class FlowgladGet : GetConformance<FlowgladHarness>;

public sealed class FlowgladKey : KeyConformance<FlowgladHarness>;

public sealed class FlowgladList : ListConformance<FlowgladHarness>;

public sealed class FlowgladLostAnswer : LostAnswerConformance<FlowgladHarness>;

public sealed class FlowgladPrivacy : PrivacyConformance<FlowgladHarness>;

public sealed class FlowgladService : ServiceConformance<FlowgladHarness>;

public sealed class FlowgladTakenKey : TakenKeyConformance<FlowgladHarness>;

public sealed class FlowgladUnsupportedField : UnsupportedFieldConformance<FlowgladHarness>;

public sealed class FlowgladUpdate : UpdateConformance<FlowgladHarness>;

public sealed class FlowgladValidation : ValidationConformance<FlowgladHarness>;
