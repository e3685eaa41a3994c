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

    /// <summary><see cref="BillingConflictException"/> with <see cref="ConflictReason.Other"/>.</summary>
    Conflict,

    /// <summary><see cref="BillingConflictException"/> with <see cref="ConflictReason.KeyTaken"/>.</summary>
    KeyTaken,

    /// <summary><see cref="BillingConflictException"/> with <see cref="ConflictReason.IdempotencyKeyReused"/>.</summary>
    IdempotencyKeyReused,

    /// <summary><see cref="BillingConflictException"/> with <see cref="ConflictReason.ConcurrentChange"/>.</summary>
    ConcurrentChange,

    /// <summary>
    /// <see cref="BillingProviderException"/>: a request with the same idempotency key is still being processed, so the outcome of a create is unknown.
    /// </summary>
    InProgress,

    /// <summary><see cref="BillingRateLimitException"/>.</summary>
    RateLimit,

    /// <summary><see cref="BillingProviderException"/>.</summary>
    Provider,

    /// <summary>
    /// <see cref="BillingProviderException"/>: the answer comes from a gateway or a proxy, or <see cref="ProviderOptions.BaseAddress"/> is wrong. It says nothing
    /// about a customer.
    /// </summary>
    Gateway,
}
