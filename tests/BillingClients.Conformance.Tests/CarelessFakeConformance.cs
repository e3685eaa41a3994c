namespace BillingClients.Conformance.Tests;

/// <summary>The client in memory as a provider that takes an external id twice.</summary>
public sealed class CarelessFakeHarness() : InMemoryHarness(FakeProviders.Careless);

// One line for each class of the suite: the exception to one type per file, so that a client joins with one file.
public sealed class CarelessFakeCancellation : CancellationConformance<CarelessFakeHarness>;

public sealed class CarelessFakeCapability : CapabilityConformance<CarelessFakeHarness>;

public sealed class CarelessFakeConcurrency : ConcurrencyConformance<CarelessFakeHarness>;

public sealed class CarelessFakeCreate : CreateConformance<CarelessFakeHarness>;

public sealed class CarelessFakeDelete : DeleteConformance<CarelessFakeHarness>;

public sealed class CarelessFakeDisposal : DisposalConformance<CarelessFakeHarness>;

public sealed class CarelessFakeGetOrCreate : GetOrCreateConformance<CarelessFakeHarness>;

public sealed class CarelessFakeError : ErrorConformance<CarelessFakeHarness>;

public sealed class CarelessFakeField : FieldConformance<CarelessFakeHarness>;

public sealed class CarelessFakeFieldUpdate : FieldUpdateConformance<CarelessFakeHarness>;

public sealed class CarelessFakeFilter : FilterConformance<CarelessFakeHarness>;

public sealed class CarelessFakeGet : GetConformance<CarelessFakeHarness>;

public sealed class CarelessFakeKey : KeyConformance<CarelessFakeHarness>;

public sealed class CarelessFakeList : ListConformance<CarelessFakeHarness>;

public sealed class CarelessFakeLostAnswer : LostAnswerConformance<CarelessFakeHarness>;

public sealed class CarelessFakePrivacy : PrivacyConformance<CarelessFakeHarness>;

public sealed class CarelessFakeService : ServiceConformance<CarelessFakeHarness>;

public sealed class CarelessFakeTakenKey : TakenKeyConformance<CarelessFakeHarness>;

public sealed class CarelessFakeUnsupportedField : UnsupportedFieldConformance<CarelessFakeHarness>;

public sealed class CarelessFakeUpdate : UpdateConformance<CarelessFakeHarness>;

public sealed class CarelessFakeValidation : ValidationConformance<CarelessFakeHarness>;
