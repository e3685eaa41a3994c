using BillingClients.Providers;

namespace BillingClients;

/// <summary>No connection, or it broke before the answer was complete.</summary>
public sealed class BillingConnectionException : BillingException
{
    /// <summary>Creates the exception.</summary>
    /// <inheritdoc cref="BillingException(string, BillingErrorDetails, Exception?)"/>
    public BillingConnectionException(string message, BillingErrorDetails details, Exception? innerException = null)
        : base(message, details, innerException)
    {
    }
}
