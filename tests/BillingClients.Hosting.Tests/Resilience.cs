namespace BillingClients.Hosting.Tests;

/// <summary>How an application adds Microsoft's resilience handlers.</summary>
public enum Resilience
{
    /// <summary>The service defaults, for all clients, called before the clients are registered.</summary>
    Defaults,

    /// <summary>The service defaults, called afterwards.</summary>
    DefaultsAfterTheClients,

    /// <summary>The service defaults, and the standard handler on each billing client.</summary>
    OfEachClientToo,
}
