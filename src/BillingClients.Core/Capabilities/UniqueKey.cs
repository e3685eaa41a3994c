namespace BillingClients;

/// <summary>The field by which a provider tells customers apart.</summary>
public enum UniqueKey
{
    /// <summary>None that its documents name.</summary>
    None,

    /// <summary><see cref="CustomerCreate.ExternalId"/>.</summary>
    ExternalId,

    /// <summary><see cref="CustomerCreate.Email"/>.</summary>
    Email,
}
