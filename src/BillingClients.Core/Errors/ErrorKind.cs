namespace BillingClients.Providers;

/// <summary>What a provider's error means, where the status alone does not tell. For writing a provider.</summary>
public enum ErrorKind
{
    /// <summary>What the HTTP status says.</summary>
    FromStatus,

    /// <summary><see cref="BillingValidationException"/>.</summary>
    Validation,

    /// <summary><see cref="BillingAuthenticationException"/>.</summary>
    Authentication,

    /// <summary><see cref="BillingPermissionException"/>.</summary>
    Permission,

    /// <summary><see cref="BillingNotFoundException"/>.</summary>
    NotFound,

    /// <summary><see cref="BillingConflictException"/>.</summary>
    Conflict,

    /// <summary><see cref="BillingRateLimitException"/>.</summary>
    RateLimit,

    /// <summary><see cref="BillingProviderException"/>.</summary>
    Provider,
}
