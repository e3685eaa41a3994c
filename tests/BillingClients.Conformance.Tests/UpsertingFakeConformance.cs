namespace BillingClients.Conformance.Tests;

/// <summary>The client in memory as a provider whose create changes the customer that has the e-mail address.</summary>
public sealed class UpsertingFakeHarness() : InMemoryHarness(FakeProviders.Upserting);

// One line for each class of the suite: the exception to one type per file, so that a client joins with one file.
public sealed class UpsertingFakeCancellation : CancellationConformance<UpsertingFakeHarness>;

public sealed class UpsertingFakeCapability : CapabilityConformance<UpsertingFakeHarness>;

public sealed class UpsertingFakeConcurrency : ConcurrencyConformance<UpsertingFakeHarness>;

public sealed class UpsertingFakeCreate : CreateConformance<UpsertingFakeHarness>;

public sealed class UpsertingFakeDelete : DeleteConformance<UpsertingFakeHarness>;

public sealed class UpsertingFakeDisposal : DisposalConformance<UpsertingFakeHarness>;

public sealed class UpsertingFakeGetOrCreate : GetOrCreateConformance<UpsertingFakeHarness>;

public sealed class UpsertingFakeError : ErrorConformance<UpsertingFakeHarness>;

public sealed class UpsertingFakeField : FieldConformance<UpsertingFakeHarness>;

public sealed class UpsertingFakeFieldUpdate : FieldUpdateConformance<UpsertingFakeHarness>;

public sealed class UpsertingFakeFilter : FilterConformance<UpsertingFakeHarness>;

public sealed class UpsertingFakeGet : GetConformance<UpsertingFakeHarness>;

public sealed class UpsertingFakeKey : KeyConformance<UpsertingFakeHarness>;

public sealed class UpsertingFakeList : ListConformance<UpsertingFakeHarness>;

public sealed class UpsertingFakeLostAnswer : LostAnswerConformance<UpsertingFakeHarness>;

public sealed class UpsertingFakePrivacy : PrivacyConformance<UpsertingFakeHarness>;

public sealed class UpsertingFakeService : ServiceConformance<UpsertingFakeHarness>;

public sealed class UpsertingFakeTakenKey : TakenKeyConformance<UpsertingFakeHarness>;

public sealed class UpsertingFakeUnsupportedField : UnsupportedFieldConformance<UpsertingFakeHarness>;

public sealed class UpsertingFakeUpdate : UpdateConformance<UpsertingFakeHarness>;

public sealed class UpsertingFakeValidation : ValidationConformance<UpsertingFakeHarness>;
