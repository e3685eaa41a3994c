namespace BillingClients.Tests.Contracts;

/// <summary>Where a provider does otherwise than its OpenAPI document says: what it does, and what shows it.</summary>
internal sealed record Departure(string What, string Source);
