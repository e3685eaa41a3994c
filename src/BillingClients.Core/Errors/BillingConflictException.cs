using BillingClients.Providers;

namespace BillingClients;

/// <summary>The request conflicts with what is stored; <see cref="Reason"/> says how.</summary>
public sealed class BillingConflictException : BillingException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What happened and what to do; no personal data.</param>
    /// <param name="details">What is known of the failure.</param>
    /// <param name="existingId">The provider's id of the customer in the way; null when it is not known.</param>
    /// <param name="innerException">The cause; null when there is none that is safe to print.</param>
    public BillingConflictException(string message, BillingErrorDetails details, string? existingId = null, Exception? innerException = null)
        : base(message, details, innerException) => ExistingId = existingId;

    /// <summary>Why the request was refused: another customer has the unique key, the idempotency key was used before, or something else.</summary>
    public ConflictReason Reason { get; init; }

    /// <summary>The provider's id of the customer in the way; null where the provider does not tell.</summary>
    public string? ExistingId { get; }

    /// <summary>
    /// Whether the create changed the existing customer (<see cref="ExistingId"/>) to what was sent, as some providers do
    /// (<see cref="TakenKeyEffect.ChangesExisting"/>). No customer was created. False: nothing was changed.
    /// </summary>
    public bool ExistingWasChanged { get; init; }
}
