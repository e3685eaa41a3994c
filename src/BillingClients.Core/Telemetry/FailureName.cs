using System.Globalization;

namespace BillingClients.Providers;

/// <summary>How logs, spans and metrics name a failure: without values and without a provider's words. Pure.</summary>
internal static class FailureName
{
    private const string None = "none";

    /// <summary>The HTTP status of a failure, or the type of the exception; the same for spans, metrics and logs.</summary>
    internal static string TypeOf(Exception? failure) => failure switch
    {
        null => "_OTHER",
        BillingException { StatusCode: { } status and >= 300 } and not AmbiguousOutcomeException => Number(status),
        _ => failure.GetType().Name,
    };

    /// <summary>
    /// What else the log says of it: what the status means, which properties were refused before anything was sent, why there was no connection, which time
    /// limit expired.
    /// </summary>
    internal static string CauseOf(Exception failure) => failure switch
    {
        AmbiguousOutcomeException => failure.InnerException?.GetType().Name ?? None,
        BillingException { StatusCode: >= 300 } => failure.GetType().Name,
        BillingException { StatusCode: { } status } => $"HTTP {Number(status)}",
        BillingValidationException refusal => NamesOf(refusal.Errors),
        UnsupportedFieldException refusal => NamesOf(refusal.Errors),
        UnsupportedCapabilityException refusal => refusal.Capability,
        BillingTimeoutException timeout => timeout.Fired.ToString(),
        { InnerException: HttpRequestException { HttpRequestError: not HttpRequestError.Unknown } cause } => cause.HttpRequestError.ToString(),
        _ => failure.InnerException?.GetType().Name ?? None,
    };

    // Without a status, they are this library's names of properties and not a provider's words.
    private static string NamesOf(IReadOnlyList<FieldError> errors) => LogText.OneLine(string.Join(", ", errors.Select(static error => error.Field)));

    private static string Number(int status) => status.ToString(CultureInfo.InvariantCulture);
}
