using BillingClients.Providers;

namespace BillingClients;

/// <summary>
/// Something in the request is not acceptable: refused before sending (then <see cref="BillingException.StatusCode"/> is null), or by the provider (400, 422).
/// </summary>
public sealed class BillingValidationException : BillingException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What happened and what to do; no personal data.</param>
    /// <param name="details">What is known of the failure.</param>
    /// <param name="errors">What is wrong, field by field; empty when the provider did not say.</param>
    /// <param name="innerException">The cause; null when there is none that is safe to print.</param>
    public BillingValidationException(string message, BillingErrorDetails details, IReadOnlyList<FieldError>? errors = null, Exception? innerException = null)
        : base(message, details, innerException) => Errors = errors ?? [];

    /// <summary>
    /// What is wrong, field by field. If the request was refused before sending, it lists all problems, including the fields that the provider cannot store,
    /// change or clear. Empty if the provider did not say.
    /// </summary>
    public IReadOnlyList<FieldError> Errors { get; }
}
