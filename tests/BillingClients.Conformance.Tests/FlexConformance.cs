using BillingClients.Testing;

namespace BillingClients.Conformance.Tests;

/// <summary>Flex, over the simulator.</summary>
public sealed class FlexHarness() : SimulatorHarness("flex")
{
    protected override ICustomerClient CreateClient(Action<ProviderOptions> configure)
    {
        FlexOptions options = new();
        configure(options);
        return new FlexCustomerClient(options);
    }
}

// One line for each class of the suite: the exception to one type per file, so that a client joins with one file.
public sealed class FlexCancellation : CancellationConformance<FlexHarness>;

public sealed class FlexCapability : CapabilityConformance<FlexHarness>;

public sealed class FlexConcurrency : ConcurrencyConformance<FlexHarness>;

public sealed class FlexCreate : CreateConformance<FlexHarness>;

public sealed class FlexDelete : DeleteConformance<FlexHarness>;

public sealed class FlexDisposal : DisposalConformance<FlexHarness>;

public sealed class FlexGetOrCreate : GetOrCreateConformance<FlexHarness>;

public sealed class FlexError : ErrorConformance<FlexHarness>;

public sealed class FlexField : FieldConformance<FlexHarness>;

public sealed class FlexFieldUpdate : FieldUpdateConformance<FlexHarness>;

public sealed class FlexFilter : FilterConformance<FlexHarness>;

public sealed class FlexGet : GetConformance<FlexHarness>;

public sealed class FlexKey : KeyConformance<FlexHarness>;

public sealed class FlexList : ListConformance<FlexHarness>;

public sealed class FlexLostAnswer : LostAnswerConformance<FlexHarness>;

public sealed class FlexPrivacy : PrivacyConformance<FlexHarness>;

public sealed class FlexService : ServiceConformance<FlexHarness>;

public sealed class FlexTakenKey : TakenKeyConformance<FlexHarness>;

public sealed class FlexUnsupportedField : UnsupportedFieldConformance<FlexHarness>;

public sealed class FlexUpdate : UpdateConformance<FlexHarness>;

public sealed class FlexValidation : ValidationConformance<FlexHarness>;
