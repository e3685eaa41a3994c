namespace BillingClients;

/// <summary>By which field a provider refuses a second customer.</summary>
public enum UniqueKey
{
    /// <summary>By none that its documents name.</summary>
    None,

    /// <summary>By <see cref="CustomerCreate.ExternalId"/>.</summary>
    ExternalId,

    /// <summary>By <see cref="CustomerCreate.Email"/>.</summary>
    Email,
}
