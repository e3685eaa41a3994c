namespace BillingClients.Core.Tests.OwnEndpoints;

/// <summary>What an application reads of an answer of its own.</summary>
public sealed record Note(string Id, int Number = 0);
