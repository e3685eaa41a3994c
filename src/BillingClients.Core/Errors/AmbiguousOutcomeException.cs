using BillingClients.Providers;

namespace BillingClients;

/// <summary>It cannot be told whether the customer was created. Look before you create again.</summary>
/// <remarks><c>docs/outcomes.md</c> says when this happens at each provider, what to check, and how to go on.</remarks>
public sealed class AmbiguousOutcomeException : BillingException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What happened and what to do; no personal data.</param>
    /// <param name="details">What is known of the failure.</param>
    /// <param name="idempotencyKey">The idempotency key of the create; null at a provider without them.</param>
    /// <param name="found">A customer that may be the one; null when none was found.</param>
    /// <param name="innerException">The failure that left the outcome open.</param>
    public AmbiguousOutcomeException(
        string message, BillingErrorDetails details, string? idempotencyKey, Customer? found, Exception? innerException = null)
        : base(message, details, innerException)
    {
        IdempotencyKey = idempotencyKey;
        Found = found;
    }

    /// <summary>The idempotency key that was sent, to be used when the create is sent again; null at a provider without them.</summary>
    public string? IdempotencyKey { get; }

    /// <summary>
    /// A customer that was stored since the call began, but not with the fields that were sent, or one whose age is unknown; null when none was found.
    /// </summary>
    public Customer? Found { get; }

    /// <summary>Whether it is known that <see cref="Found"/> was created since the call began.</summary>
    internal bool IsAgeKnown { get; init; }
}
