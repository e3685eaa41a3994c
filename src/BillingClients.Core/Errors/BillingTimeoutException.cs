using BillingClients.Providers;

namespace BillingClients;

/// <summary>A time limit ended the call.</summary>
public sealed class BillingTimeoutException : BillingException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What happened and what to do; no personal data.</param>
    /// <param name="details">What is known of the failure.</param>
    /// <param name="fired">Which limit.</param>
    /// <param name="limit">How long it was.</param>
    /// <param name="innerException">The failure of the attempt before, when the time ran out while waiting to try again.</param>
    public BillingTimeoutException(string message, BillingErrorDetails details, BillingTimeout fired, TimeSpan limit, Exception? innerException = null)
        : base(message, details, innerException)
    {
        Fired = fired;
        Limit = limit;
    }

    /// <summary>Which limit ended the call.</summary>
    public BillingTimeout Fired { get; }

    /// <summary>How long the limit was.</summary>
    public TimeSpan Limit { get; }
}
