using BillingClients.Providers;

namespace BillingClients;

/// <summary>The provider failed (5xx), or answered with a status that no other exception stands for.</summary>
public sealed class BillingProviderException : BillingException
{
    /// <summary>Creates the exception.</summary>
    /// <inheritdoc cref="BillingException(string, BillingErrorDetails, Exception?)"/>
    public BillingProviderException(string message, BillingErrorDetails details, Exception? innerException = null)
        : base(message, details, innerException)
    {
    }
}
