namespace BillingClients;

/// <summary>Who a provider is and what it can do.</summary>
/// <param name="Name">The short name in lower case, used in registrations, telemetry and <see cref="Customer.Provider"/>.</param>
/// <param name="DisplayName">The name for people.</param>
/// <param name="Capabilities">What it can do.</param>
public sealed record ProviderDescriptor(string Name, string DisplayName, CustomerCapabilities Capabilities)
{
    /// <summary>The display name.</summary>
    public override string ToString() => DisplayName;
}
