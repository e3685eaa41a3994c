using BillingClients.Providers;

namespace BillingClients;

/// <summary>The provider cannot hold, change or clear a field that was given. Nothing was sent.</summary>
public sealed class UnsupportedFieldException : BillingException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What happened and what to do; no personal data.</param>
    /// <param name="details">What is known of the failure.</param>
    /// <param name="field">The field.</param>
    public UnsupportedFieldException(string message, BillingErrorDetails details, CustomerField field)
        : base(message, details, null) => Field = field;

    /// <summary>The field.</summary>
    public CustomerField Field { get; }
}
