using BillingClients.Providers;

namespace BillingClients;

/// <summary>Too many requests (429). <see cref="BillingException.RetryAfter"/> holds how long the provider asked to wait.</summary>
public sealed class BillingRateLimitException : BillingException
{
    /// <summary>Creates the exception.</summary>
    /// <inheritdoc cref="BillingException(string, BillingErrorDetails, Exception?)"/>
    public BillingRateLimitException(string message, BillingErrorDetails details, Exception? innerException = null)
        : base(message, details, innerException)
    {
    }
}
