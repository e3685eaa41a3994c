namespace BillingClients.Security.Tests.Concurrency;

/// <summary>These tests watch the whole process, so nothing runs beside them.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
