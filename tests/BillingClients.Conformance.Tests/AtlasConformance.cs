using BillingClients.Testing;

namespace BillingClients.Conformance.Tests;

/// <summary>Atlas, over the simulator.</summary>
public sealed class AtlasHarness() : SimulatorHarness("atlas")
{
    protected override ICustomerClient CreateClient(Action<ProviderOptions> configure)
    {
        AtlasOptions options = new();
        configure(options);
        return new AtlasCustomerClient(options);
    }
}

// One line for each class of the suite: the exception to one type per file, so that a client joins with one file.
public sealed class AtlasCancellation : CancellationConformance<AtlasHarness>;

public sealed class AtlasCapability : CapabilityConformance<AtlasHarness>;

public sealed class AtlasConcurrency : ConcurrencyConformance<AtlasHarness>;

public sealed class AtlasCreate : CreateConformance<AtlasHarness>;

public sealed class AtlasDelete : DeleteConformance<AtlasHarness>;

public sealed class AtlasDisposal : DisposalConformance<AtlasHarness>;

public sealed class AtlasGetOrCreate : GetOrCreateConformance<AtlasHarness>;

public sealed class AtlasError : ErrorConformance<AtlasHarness>;

public sealed class AtlasField : FieldConformance<AtlasHarness>;

public sealed class AtlasFieldUpdate : FieldUpdateConformance<AtlasHarness>;

public sealed class AtlasFilter : FilterConformance<AtlasHarness>;

public sealed class AtlasGet : GetConformance<AtlasHarness>;

public sealed class AtlasKey : KeyConformance<AtlasHarness>;

public sealed class AtlasList : ListConformance<AtlasHarness>;

public sealed class AtlasLostAnswer : LostAnswerConformance<AtlasHarness>;

public sealed class AtlasPrivacy : PrivacyConformance<AtlasHarness>;

public sealed class AtlasService : ServiceConformance<AtlasHarness>;

public sealed class AtlasTakenKey : TakenKeyConformance<AtlasHarness>;

public sealed class AtlasUnsupportedField : UnsupportedFieldConformance<AtlasHarness>;

public sealed class AtlasUpdate : UpdateConformance<AtlasHarness>;

public sealed class AtlasValidation : ValidationConformance<AtlasHarness>;
