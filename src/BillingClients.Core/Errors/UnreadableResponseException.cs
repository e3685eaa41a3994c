using BillingClients.Providers;

namespace BillingClients;

/// <summary>
/// The provider answered with success, but its body is not what its documents promise: not JSON, empty, too large, or without a fact that must be there.
/// </summary>
public sealed class UnreadableResponseException : BillingException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What happened and what to do; no personal data.</param>
    /// <param name="details">What is known of the failure.</param>
    /// <param name="field">The field that is missing or of the wrong kind; null when the body as a whole is not readable.</param>
    /// <param name="innerException">Why reading it failed; null when the message says it.</param>
    public UnreadableResponseException(string message, BillingErrorDetails details, string? field = null, Exception? innerException = null)
        : base(message, details, innerException) => Field = field;

    /// <summary>The field that is missing or of the wrong kind, in the provider's words; null when the body as a whole is not readable.</summary>
    public string? Field { get; }
}
