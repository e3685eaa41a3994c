using BillingClients.Providers;

namespace BillingClients;

/// <summary>The provider answered with a redirect (3xx). It was not followed: that would send the key and the customer to another place.</summary>
public sealed class RedirectRefusedException : BillingException
{
    /// <summary>Creates the exception.</summary>
    /// <inheritdoc cref="BillingException(string, BillingErrorDetails, Exception?)"/>
    public RedirectRefusedException(string message, BillingErrorDetails details, Exception? innerException = null)
        : base(message, details, innerException)
    {
    }
}
