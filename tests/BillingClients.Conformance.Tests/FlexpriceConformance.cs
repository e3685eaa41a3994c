using BillingClients.Testing;

namespace BillingClients.Conformance.Tests;

/// <summary>Flexprice, over the simulator, with every request and answer compared with its OpenAPI document.</summary>
public sealed class FlexpriceHarness() : ContractHarness(FlexpriceContract.Customers)
{
    protected override bool IsRead(JournalEntry request) => base.IsRead(request) || request.Path.EndsWith("/customers/search", StringComparison.Ordinal);

    protected override ICustomerClient CreateClient(Action<ProviderOptions> configure)
    {
        FlexpriceOptions options = new();
        configure(options);
        return new FlexpriceCustomerClient(options);
    }
}

// One line for each class of the suite: the exception to one type per file, so that a client joins with one file.
public sealed class FlexpriceCancellation : CancellationConformance<FlexpriceHarness>;

public sealed class FlexpriceCapability : CapabilityConformance<FlexpriceHarness>;

public sealed class FlexpriceConcurrency : ConcurrencyConformance<FlexpriceHarness>;

public sealed class FlexpriceCreate : CreateConformance<FlexpriceHarness>;

public sealed class FlexpriceDelete : DeleteConformance<FlexpriceHarness>;

public sealed class FlexpriceDisposal : DisposalConformance<FlexpriceHarness>;

public sealed class FlexpriceGetOrCreate : GetOrCreateConformance<FlexpriceHarness>;

public sealed class FlexpriceError : ErrorConformance<FlexpriceHarness>;

public sealed class FlexpriceField : FieldConformance<FlexpriceHarness>;

public sealed class FlexpriceFieldUpdate : FieldUpdateConformance<FlexpriceHarness>;

public sealed class FlexpriceFilter : FilterConformance<FlexpriceHarness>;

public sealed class FlexpriceGet : GetConformance<FlexpriceHarness>;

public sealed class FlexpriceKey : KeyConformance<FlexpriceHarness>;

public sealed class FlexpriceList : ListConformance<FlexpriceHarness>;

public sealed class FlexpriceLostAnswer : LostAnswerConformance<FlexpriceHarness>;

public sealed class FlexpricePrivacy : PrivacyConformance<FlexpriceHarness>;

public sealed class FlexpriceService : ServiceConformance<FlexpriceHarness>;

public sealed class FlexpriceTakenKey : TakenKeyConformance<FlexpriceHarness>;

public sealed class FlexpriceUnsupportedField : UnsupportedFieldConformance<FlexpriceHarness>;

public sealed class FlexpriceUpdate : UpdateConformance<FlexpriceHarness>;

public sealed class FlexpriceValidation : ValidationConformance<FlexpriceHarness>;
