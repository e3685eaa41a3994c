namespace BillingClients.RefitShim.Model;

/// <summary>A header that every request of a method carries.</summary>
internal sealed record HeaderModel(string Name, string Value);
