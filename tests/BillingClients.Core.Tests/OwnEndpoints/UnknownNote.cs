namespace BillingClients.Core.Tests.OwnEndpoints;

/// <summary>A type that the application forgot to add to its JSON context.</summary>
public sealed record UnknownNote(string Id);
