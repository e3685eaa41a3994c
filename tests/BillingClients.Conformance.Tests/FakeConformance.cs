using BillingClients.Testing;

namespace BillingClients.Conformance.Tests;

/// <summary>The client in memory that can do everything.</summary>
public sealed class FakeHarness() : InMemoryHarness(FakeCustomerClient.Everything);

// One line for each class of the suite: the exception to one type per file, so that a client joins with one file.
public sealed class FakeCancellation : CancellationConformance<FakeHarness>;

public sealed class FakeCapability : CapabilityConformance<FakeHarness>;

public sealed class FakeConcurrency : ConcurrencyConformance<FakeHarness>;

public sealed class FakeCreate : CreateConformance<FakeHarness>;

public sealed class FakeDelete : DeleteConformance<FakeHarness>;

public sealed class FakeDisposal : DisposalConformance<FakeHarness>;

public sealed class FakeGetOrCreate : GetOrCreateConformance<FakeHarness>;

public sealed class FakeError : ErrorConformance<FakeHarness>;

public sealed class FakeField : FieldConformance<FakeHarness>;

public sealed class FakeFieldUpdate : FieldUpdateConformance<FakeHarness>;

public sealed class FakeFilter : FilterConformance<FakeHarness>;

public sealed class FakeGet : GetConformance<FakeHarness>;

public sealed class FakeKey : KeyConformance<FakeHarness>;

public sealed class FakeList : ListConformance<FakeHarness>;

public sealed class FakeLostAnswer : LostAnswerConformance<FakeHarness>;

public sealed class FakePrivacy : PrivacyConformance<FakeHarness>;

public sealed class FakeService : ServiceConformance<FakeHarness>;

public sealed class FakeTakenKey : TakenKeyConformance<FakeHarness>;

public sealed class FakeUnsupportedField : UnsupportedFieldConformance<FakeHarness>;

public sealed class FakeUpdate : UpdateConformance<FakeHarness>;

public sealed class FakeValidation : ValidationConformance<FakeHarness>;
