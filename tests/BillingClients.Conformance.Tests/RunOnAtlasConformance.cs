using BillingClients.Testing;

namespace BillingClients.Conformance.Tests;

/// <summary>RunOnAtlas, over the simulator.</summary>
public sealed class RunOnAtlasHarness() : SimulatorHarness("runonatlas")
{
    protected override ICustomerClient CreateClient(Action<ProviderOptions> configure)
    {
        RunOnAtlasOptions options = new();
        configure(options);
        return new RunOnAtlasCustomerClient(options);
    }
}

// One line for each class of the suite: the exception to one type per file, so that a client joins with one file.
public sealed class RunOnAtlasCancellation : CancellationConformance<RunOnAtlasHarness>;

public sealed class RunOnAtlasCapability : CapabilityConformance<RunOnAtlasHarness>;

public sealed class RunOnAtlasConcurrency : ConcurrencyConformance<RunOnAtlasHarness>;

public sealed class RunOnAtlasCreate : CreateConformance<RunOnAtlasHarness>;

public sealed class RunOnAtlasDelete : DeleteConformance<RunOnAtlasHarness>;

public sealed class RunOnAtlasDisposal : DisposalConformance<RunOnAtlasHarness>;

public sealed class RunOnAtlasGetOrCreate : GetOrCreateConformance<RunOnAtlasHarness>;

public sealed class RunOnAtlasError : ErrorConformance<RunOnAtlasHarness>;

public sealed class RunOnAtlasField : FieldConformance<RunOnAtlasHarness>;

public sealed class RunOnAtlasFieldUpdate : FieldUpdateConformance<RunOnAtlasHarness>;

public sealed class RunOnAtlasFilter : FilterConformance<RunOnAtlasHarness>;

public sealed class RunOnAtlasGet : GetConformance<RunOnAtlasHarness>;

public sealed class RunOnAtlasKey : KeyConformance<RunOnAtlasHarness>;

public sealed class RunOnAtlasList : ListConformance<RunOnAtlasHarness>;

public sealed class RunOnAtlasLostAnswer : LostAnswerConformance<RunOnAtlasHarness>;

public sealed class RunOnAtlasPrivacy : PrivacyConformance<RunOnAtlasHarness>;

public sealed class RunOnAtlasService : ServiceConformance<RunOnAtlasHarness>;

public sealed class RunOnAtlasTakenKey : TakenKeyConformance<RunOnAtlasHarness>;

public sealed class RunOnAtlasUnsupportedField : UnsupportedFieldConformance<RunOnAtlasHarness>;

public sealed class RunOnAtlasUpdate : UpdateConformance<RunOnAtlasHarness>;

public sealed class RunOnAtlasValidation : ValidationConformance<RunOnAtlasHarness>;
