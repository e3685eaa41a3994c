namespace BillingClients.Providers;

/// <summary>The header that carries a provider's API key. For writing a provider.</summary>
/// <param name="Name">The header's name.</param>
/// <param name="Prefix">The text before the key, such as <c>"Bearer "</c>; empty for the bare key.</param>
public sealed record ApiKeyHeader(string Name, string Prefix);
