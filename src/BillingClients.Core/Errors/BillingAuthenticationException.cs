using BillingClients.Providers;

namespace BillingClients;

/// <summary>
/// The provider did not accept the API key (401), or <see cref="ProviderOptions.ApiKeyProvider"/> gave none: then <see cref="BillingException.StatusCode"/> is
/// null, and what it threw is the inner exception. A provider may also answer so to a rate-limited key:
/// <see cref="BillingException.ProviderMessage"/> tells them apart, where anything does.
/// </summary>
public sealed class BillingAuthenticationException : BillingException
{
    /// <summary>Creates the exception.</summary>
    /// <inheritdoc cref="BillingException(string, BillingErrorDetails, Exception?)"/>
    public BillingAuthenticationException(string message, BillingErrorDetails details, Exception? innerException = null)
        : base(message, details, innerException)
    {
    }
}
