using BillingClients.Providers;

namespace BillingClients;

/// <summary>There is no such customer (404).</summary>
public sealed class BillingNotFoundException : BillingException
{
    /// <summary>Creates the exception.</summary>
    /// <inheritdoc cref="BillingException(string, BillingErrorDetails, Exception?)"/>
    public BillingNotFoundException(string message, BillingErrorDetails details, Exception? innerException = null)
        : base(message, details, innerException)
    {
    }
}
