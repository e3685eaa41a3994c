using BillingClients.Conformance;
using BillingClients.Ledgerly.Tests.Simulation;

namespace BillingClients.Ledgerly.Tests;

/// <summary>Ledgerly, over its simulator.</summary>
public sealed class LedgerlyHarness : CustomerClientHarness
{
    private LedgerlySimulator _ledgerly = null!;

    public override int? RequestCount => _ledgerly.RequestCount;

    public override IReadOnlyList<string> Objections => _ledgerly.Objections;

    public override IReadOnlyList<string> Secrets => [LedgerlySimulator.ApiKey];

    public override async ValueTask StartAsync(CancellationToken cancellationToken) => _ledgerly = await LedgerlySimulator.StartAsync(cancellationToken);

    public override ICustomerClient CreateClient(UnsupportedFields unsupportedFields = UnsupportedFields.Refuse) => LedgerlyCustomerClient.Create(new LedgerlyOptions
    {
        ApiKey = LedgerlySimulator.ApiKey,
        BaseAddress = _ledgerly.BaseAddress,
        RetryBaseDelay = TimeSpan.Zero,
        UnsupportedFields = unsupportedFields,
    });

    public override HeldRequest? HoldNextRequest() => _ledgerly.HoldNextRequest();

    public override async ValueTask DisposeAsync()
    {
        await _ledgerly.DisposeAsync();
        await base.DisposeAsync();
    }
}

// One line for each class of the suite: the exception to one type per file, so that a client joins with one file.
public sealed class LedgerlyCancellation : CancellationConformance<LedgerlyHarness>;

public sealed class LedgerlyCapability : CapabilityConformance<LedgerlyHarness>;

public sealed class LedgerlyConcurrency : ConcurrencyConformance<LedgerlyHarness>;

public sealed class LedgerlyCreate : CreateConformance<LedgerlyHarness>;

public sealed class LedgerlyDelete : DeleteConformance<LedgerlyHarness>;

public sealed class LedgerlyDisposal : DisposalConformance<LedgerlyHarness>;

public sealed class LedgerlyEnsure : EnsureConformance<LedgerlyHarness>;

public sealed class LedgerlyError : ErrorConformance<LedgerlyHarness>;

public sealed class LedgerlyField : FieldConformance<LedgerlyHarness>;

public sealed class LedgerlyFieldUpdate : FieldUpdateConformance<LedgerlyHarness>;

public sealed class LedgerlyFilter : FilterConformance<LedgerlyHarness>;

public sealed class LedgerlyGet : GetConformance<LedgerlyHarness>;

public sealed class LedgerlyKey : KeyConformance<LedgerlyHarness>;

public sealed class LedgerlyList : ListConformance<LedgerlyHarness>;

public sealed class LedgerlyPrivacy : PrivacyConformance<LedgerlyHarness>;

public sealed class LedgerlyService : ServiceConformance<LedgerlyHarness>;

public sealed class LedgerlyUnsupportedField : UnsupportedFieldConformance<LedgerlyHarness>;

public sealed class LedgerlyUpdate : UpdateConformance<LedgerlyHarness>;

public sealed class LedgerlyValidation : ValidationConformance<LedgerlyHarness>;
