using BillingClients.Testing;

namespace BillingClients.Conformance.Tests;

/// <summary>Flex, over the simulator, without the look before a create: a create changes the customer that has the e-mail address.</summary>
public sealed class FlexWithoutLookHarness() : SimulatorHarness("flex")
{
    protected override ICustomerClient CreateClient(Action<ProviderOptions> configure)
    {
        FlexOptions options = new() { LookBeforeCreate = false };
        configure(options);
        return new FlexCustomerClient(options);
    }
}

// One line for each class of the suite: the exception to one type per file, so that a client joins with one file.
public sealed class FlexWithoutLookCancellation : CancellationConformance<FlexWithoutLookHarness>;

public sealed class FlexWithoutLookCapability : CapabilityConformance<FlexWithoutLookHarness>;

public sealed class FlexWithoutLookConcurrency : ConcurrencyConformance<FlexWithoutLookHarness>;

public sealed class FlexWithoutLookCreate : CreateConformance<FlexWithoutLookHarness>;

public sealed class FlexWithoutLookDelete : DeleteConformance<FlexWithoutLookHarness>;

public sealed class FlexWithoutLookDisposal : DisposalConformance<FlexWithoutLookHarness>;

public sealed class FlexWithoutLookGetOrCreate : GetOrCreateConformance<FlexWithoutLookHarness>;

public sealed class FlexWithoutLookError : ErrorConformance<FlexWithoutLookHarness>;

public sealed class FlexWithoutLookField : FieldConformance<FlexWithoutLookHarness>;

public sealed class FlexWithoutLookFieldUpdate : FieldUpdateConformance<FlexWithoutLookHarness>;

public sealed class FlexWithoutLookFilter : FilterConformance<FlexWithoutLookHarness>;

public sealed class FlexWithoutLookGet : GetConformance<FlexWithoutLookHarness>;

public sealed class FlexWithoutLookKey : KeyConformance<FlexWithoutLookHarness>;

public sealed class FlexWithoutLookList : ListConformance<FlexWithoutLookHarness>;

public sealed class FlexWithoutLookLostAnswer : LostAnswerConformance<FlexWithoutLookHarness>;

public sealed class FlexWithoutLookPrivacy : PrivacyConformance<FlexWithoutLookHarness>;

public sealed class FlexWithoutLookService : ServiceConformance<FlexWithoutLookHarness>;

public sealed class FlexWithoutLookTakenKey : TakenKeyConformance<FlexWithoutLookHarness>;

public sealed class FlexWithoutLookUnsupportedField : UnsupportedFieldConformance<FlexWithoutLookHarness>;

public sealed class FlexWithoutLookUpdate : UpdateConformance<FlexWithoutLookHarness>;

public sealed class FlexWithoutLookValidation : ValidationConformance<FlexWithoutLookHarness>;
