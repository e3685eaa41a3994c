namespace BillingClients.Conformance.Tests;

/// <summary>
/// The client in memory as a provider whose documents do not say much, and whose harness does not know better: what is unknown is left to it.
/// </summary>
public sealed class UnknownFakeHarness() : InMemoryHarness(FakeProviders.Undocumented)
{
    public override bool Answers(string capability) => false;
}

// One line for each class of the suite: the exception to one type per file, so that a client joins with one file.
public sealed class UnknownFakeCancellation : CancellationConformance<UnknownFakeHarness>;

public sealed class UnknownFakeCapability : CapabilityConformance<UnknownFakeHarness>;

public sealed class UnknownFakeConcurrency : ConcurrencyConformance<UnknownFakeHarness>;

public sealed class UnknownFakeCreate : CreateConformance<UnknownFakeHarness>;

public sealed class UnknownFakeDelete : DeleteConformance<UnknownFakeHarness>;

public sealed class UnknownFakeDisposal : DisposalConformance<UnknownFakeHarness>;

public sealed class UnknownFakeGetOrCreate : GetOrCreateConformance<UnknownFakeHarness>;

public sealed class UnknownFakeError : ErrorConformance<UnknownFakeHarness>;

public sealed class UnknownFakeField : FieldConformance<UnknownFakeHarness>;

public sealed class UnknownFakeFieldUpdate : FieldUpdateConformance<UnknownFakeHarness>;

public sealed class UnknownFakeFilter : FilterConformance<UnknownFakeHarness>;

public sealed class UnknownFakeGet : GetConformance<UnknownFakeHarness>;

public sealed class UnknownFakeKey : KeyConformance<UnknownFakeHarness>;

public sealed class UnknownFakeList : ListConformance<UnknownFakeHarness>;

public sealed class UnknownFakeLostAnswer : LostAnswerConformance<UnknownFakeHarness>;

public sealed class UnknownFakePrivacy : PrivacyConformance<UnknownFakeHarness>;

public sealed class UnknownFakeService : ServiceConformance<UnknownFakeHarness>;

public sealed class UnknownFakeTakenKey : TakenKeyConformance<UnknownFakeHarness>;

public sealed class UnknownFakeUnsupportedField : UnsupportedFieldConformance<UnknownFakeHarness>;

public sealed class UnknownFakeUpdate : UpdateConformance<UnknownFakeHarness>;

public sealed class UnknownFakeValidation : ValidationConformance<UnknownFakeHarness>;
