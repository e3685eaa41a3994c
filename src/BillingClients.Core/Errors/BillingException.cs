using BillingClients.Providers;

namespace BillingClients;

/// <summary>A call to a billing provider failed. Each meaning has its own subclass; this class holds what they share.</summary>
/// <remarks>
/// <see cref="Exception.Message"/> and <see cref="Exception.ToString"/> hold no key, no personal data and nothing of the provider's own words: those are in
/// <see cref="ProviderMessage"/> and <see cref="ResponseBody"/>, for you to log or not. Its code and request id are printed, unless they repeat what was sent.
/// An exception of your own code, such as <see cref="ProviderOptions.ApiKeyProvider"/>, is inside as you wrote it.
/// </remarks>
public abstract class BillingException : Exception
{
    /// <summary>For subclasses.</summary>
    /// <param name="message">What happened and what to do; no personal data.</param>
    /// <param name="details">What is known of the failure.</param>
    /// <param name="innerException">The cause; null when there is none that is safe to print.</param>
    protected BillingException(string message, BillingErrorDetails details, Exception? innerException)
        : base(message, innerException)
    {
        ArgumentNullException.ThrowIfNull(details);
        Provider = details.Provider;
        Client = details.Client;
        Operation = details.Operation;
        StatusCode = details.StatusCode;
        ProviderCode = details.ProviderCode;
        ProviderMessage = details.ProviderMessage;
        RequestId = details.RequestId;
        ResponseBody = details.ResponseBody;
        RetryAfter = details.RetryAfter;
        Attempts = details.Attempts;
        IsTransient = details.IsTransient;
        OutcomeUnknown = details.OutcomeUnknown;
        IsGatewayPage = details.IsGatewayPage;
    }

    /// <summary>
    /// What happened, how often it was tried and what to do. For a write, also whether it took effect. Begins with <see cref="Client"/> unless that is the provider's own name.
    /// </summary>
    public override string Message =>
        $"{(Client is null || Client == Provider ? "" : $"{Client}: ")}{base.Message}{(Tries is null ? "" : $" {Tries}")}{(Effect is null ? "" : $" {Effect}")}";

    /// <summary>The provider's name: <see cref="ProviderDescriptor.Name"/>.</summary>
    public string Provider { get; }

    /// <summary>
    /// The name that the client is registered under; without dependency injection, that of the provider. Null only where no client is known, as in an exception
    /// that a test makes.
    /// </summary>
    public string? Client { get; internal set; }

    /// <summary>The operation that failed; null outside an operation.</summary>
    public BillingOperation? Operation { get; }

    /// <summary>The HTTP status; null when there was no answer, or no request.</summary>
    public int? StatusCode { get; }

    /// <summary>The provider's own machine-readable code; null where it gave none.</summary>
    public string? ProviderCode { get; }

    /// <summary>The provider's own words; null where it gave none. May hold personal data.</summary>
    public string? ProviderMessage { get; }

    /// <summary>The provider's name for the request, for its support; null where it gave none.</summary>
    public string? RequestId { get; }

    /// <summary>
    /// The start of the response's body, up to <see cref="ProviderOptions.MaxErrorBodyBytes"/>; null when there was none. May hold personal data.
    /// </summary>
    public string? ResponseBody { get; }

    /// <summary>How long the provider asked to wait; null where it did not.</summary>
    public TimeSpan? RetryAfter { get; }

    /// <summary>How often the operation was attempted; 0 when it was refused before sending.</summary>
    public int Attempts { get; internal set; }

    /// <summary>Whether the same call may succeed later without a change. It was retried already, as far as that is safe.</summary>
    public bool IsTransient { get; }

    /// <summary>Whether the request may have taken effect although it failed. Always false for reads.</summary>
    public bool OutcomeUnknown { get; internal set; }

    /// <summary>How often the operation was attempted, for the message; null if that does not matter.</summary>
    internal string? Tries { get; set; }

    /// <summary>Whether the write took effect, for the message; null for a read.</summary>
    internal string? Effect { get; set; }

    /// <summary>Whether the answer is a 4xx page that is not in the provider's error format. It settles nothing about an earlier attempt.</summary>
    internal bool IsGatewayPage { get; }
}
