namespace BillingClients.Conformance.Tests;

/// <summary>The client in memory as a provider that is addressed by external id only, archives, requires fields, and has no metadata and no filters.</summary>
public sealed class ArchivingFakeHarness() : InMemoryHarness(FakeProviders.Archiving);

// One line for each class of the suite: the exception to one type per file, so that a client joins with one file.
public sealed class ArchivingFakeCancellation : CancellationConformance<ArchivingFakeHarness>;

public sealed class ArchivingFakeCapability : CapabilityConformance<ArchivingFakeHarness>;

public sealed class ArchivingFakeConcurrency : ConcurrencyConformance<ArchivingFakeHarness>;

public sealed class ArchivingFakeCreate : CreateConformance<ArchivingFakeHarness>;

public sealed class ArchivingFakeDelete : DeleteConformance<ArchivingFakeHarness>;

public sealed class ArchivingFakeDisposal : DisposalConformance<ArchivingFakeHarness>;

public sealed class ArchivingFakeGetOrCreate : GetOrCreateConformance<ArchivingFakeHarness>;

public sealed class ArchivingFakeError : ErrorConformance<ArchivingFakeHarness>;

public sealed class ArchivingFakeField : FieldConformance<ArchivingFakeHarness>;

public sealed class ArchivingFakeFieldUpdate : FieldUpdateConformance<ArchivingFakeHarness>;

public sealed class ArchivingFakeFilter : FilterConformance<ArchivingFakeHarness>;

public sealed class ArchivingFakeGet : GetConformance<ArchivingFakeHarness>;

public sealed class ArchivingFakeKey : KeyConformance<ArchivingFakeHarness>;

public sealed class ArchivingFakeList : ListConformance<ArchivingFakeHarness>;

public sealed class ArchivingFakeLostAnswer : LostAnswerConformance<ArchivingFakeHarness>;

public sealed class ArchivingFakePrivacy : PrivacyConformance<ArchivingFakeHarness>;

public sealed class ArchivingFakeService : ServiceConformance<ArchivingFakeHarness>;

public sealed class ArchivingFakeTakenKey : TakenKeyConformance<ArchivingFakeHarness>;

public sealed class ArchivingFakeUnsupportedField : UnsupportedFieldConformance<ArchivingFakeHarness>;

public sealed class ArchivingFakeUpdate : UpdateConformance<ArchivingFakeHarness>;

public sealed class ArchivingFakeValidation : ValidationConformance<ArchivingFakeHarness>;
