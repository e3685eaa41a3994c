using BillingClients.Providers;

namespace BillingClients;

/// <summary>The API key is known, but may not do this (403).</summary>
public sealed class BillingPermissionException : BillingException
{
    /// <summary>Creates the exception.</summary>
    /// <inheritdoc cref="BillingException(string, BillingErrorDetails, Exception?)"/>
    public BillingPermissionException(string message, BillingErrorDetails details, Exception? innerException = null)
        : base(message, details, innerException)
    {
    }
}
