namespace BillingClients.Hosting.Tests;

/// <summary>For tests that must run while no other listens: listeners are the process's.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
