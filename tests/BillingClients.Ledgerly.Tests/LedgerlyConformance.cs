using BillingClients.Conformance;
using BillingClients.Ledgerly.Tests.Simulation;
using BillingClients.Testing;

namespace BillingClients.Ledgerly.Tests;

/// <summary>Ledgerly, over its simulation.</summary>
public sealed class LedgerlyHarness() : SimulatorHarness("ledgerly")
{
    protected override ProviderSimulatorOptions SimulatorOptions => LedgerlySimulation.SimulatorOptions;

    protected override ICustomerClient CreateClient(Action<ProviderOptions> configure)
    {
        LedgerlyOptions options = new();
        configure(options);
        return new LedgerlyCustomerClient(options);
    }
}

// One line for each class of the suite: the exception to one type per file, so that a client joins with one file.
public sealed class LedgerlyCancellation : CancellationConformance<LedgerlyHarness>;

public sealed class LedgerlyCapability : CapabilityConformance<LedgerlyHarness>;

public sealed class LedgerlyConcurrency : ConcurrencyConformance<LedgerlyHarness>;

public sealed class LedgerlyCreate : CreateConformance<LedgerlyHarness>;

public sealed class LedgerlyDelete : DeleteConformance<LedgerlyHarness>;

public sealed class LedgerlyDisposal : DisposalConformance<LedgerlyHarness>;

public sealed class LedgerlyGetOrCreate : GetOrCreateConformance<LedgerlyHarness>;

public sealed class LedgerlyError : ErrorConformance<LedgerlyHarness>;

public sealed class LedgerlyField : FieldConformance<LedgerlyHarness>;

public sealed class LedgerlyFieldUpdate : FieldUpdateConformance<LedgerlyHarness>;

public sealed class LedgerlyFilter : FilterConformance<LedgerlyHarness>;

public sealed class LedgerlyGet : GetConformance<LedgerlyHarness>;

public sealed class LedgerlyKey : KeyConformance<LedgerlyHarness>;

public sealed class LedgerlyList : ListConformance<LedgerlyHarness>;

public sealed class LedgerlyLostAnswer : LostAnswerConformance<LedgerlyHarness>;

public sealed class LedgerlyPrivacy : PrivacyConformance<LedgerlyHarness>;

public sealed class LedgerlyService : ServiceConformance<LedgerlyHarness>;

public sealed class LedgerlyTakenKey : TakenKeyConformance<LedgerlyHarness>;

public sealed class LedgerlyUnsupportedField : UnsupportedFieldConformance<LedgerlyHarness>;

public sealed class LedgerlyUpdate : UpdateConformance<LedgerlyHarness>;

public sealed class LedgerlyValidation : ValidationConformance<LedgerlyHarness>;
