namespace BillingClients.Conformance.Tests;

/// <summary>The client in memory as a provider with two names, nothing unique, no delete, and no other key than its own.</summary>
public sealed class TwoNameFakeHarness() : InMemoryHarness(FakeProviders.TwoNames);

// One line for each class of the suite: the exception to one type per file, so that a client joins with one file.
public sealed class TwoNameFakeCancellation : CancellationConformance<TwoNameFakeHarness>;

public sealed class TwoNameFakeCapability : CapabilityConformance<TwoNameFakeHarness>;

public sealed class TwoNameFakeConcurrency : ConcurrencyConformance<TwoNameFakeHarness>;

public sealed class TwoNameFakeCreate : CreateConformance<TwoNameFakeHarness>;

public sealed class TwoNameFakeDelete : DeleteConformance<TwoNameFakeHarness>;

public sealed class TwoNameFakeDisposal : DisposalConformance<TwoNameFakeHarness>;

public sealed class TwoNameFakeGetOrCreate : GetOrCreateConformance<TwoNameFakeHarness>;

public sealed class TwoNameFakeError : ErrorConformance<TwoNameFakeHarness>;

public sealed class TwoNameFakeField : FieldConformance<TwoNameFakeHarness>;

public sealed class TwoNameFakeFieldUpdate : FieldUpdateConformance<TwoNameFakeHarness>;

public sealed class TwoNameFakeFilter : FilterConformance<TwoNameFakeHarness>;

public sealed class TwoNameFakeGet : GetConformance<TwoNameFakeHarness>;

public sealed class TwoNameFakeKey : KeyConformance<TwoNameFakeHarness>;

public sealed class TwoNameFakeList : ListConformance<TwoNameFakeHarness>;

public sealed class TwoNameFakeLostAnswer : LostAnswerConformance<TwoNameFakeHarness>;

public sealed class TwoNameFakePrivacy : PrivacyConformance<TwoNameFakeHarness>;

public sealed class TwoNameFakeService : ServiceConformance<TwoNameFakeHarness>;

public sealed class TwoNameFakeTakenKey : TakenKeyConformance<TwoNameFakeHarness>;

public sealed class TwoNameFakeUnsupportedField : UnsupportedFieldConformance<TwoNameFakeHarness>;

public sealed class TwoNameFakeUpdate : UpdateConformance<TwoNameFakeHarness>;

public sealed class TwoNameFakeValidation : ValidationConformance<TwoNameFakeHarness>;
