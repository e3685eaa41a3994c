using Microsoft.Extensions.Logging;

namespace BillingClients.Providers;

/// <summary>The log lines of calls. Event ids are stable; <c>docs/observability.md</c> lists them.</summary>
internal static partial class CallLog
{
    [LoggerMessage(1, LogLevel.Debug, "{Provider}: {Operation} succeeded with HTTP {StatusCode} in attempt {Attempts}")]
    internal static partial void CallSucceeded(this ILogger logger, string provider, BillingOperation operation, int statusCode, int attempts);

    [LoggerMessage(2, LogLevel.Warning, "{Provider}: {Operation} failed with {ErrorType} in attempt {Attempts}, request id {RequestId}")]
    internal static partial void CallFailed(this ILogger logger, string provider, BillingOperation operation, string errorType, int attempts, string requestId);

    [LoggerMessage(
        3,
        LogLevel.Information,
        "{Provider}: attempt {Attempt} of {Operation} failed with {ErrorType}, request id {RequestId}; the next follows in {DelayMilliseconds} ms")]
    internal static partial void AttemptFailed(
        this ILogger logger, string provider, BillingOperation operation, int attempt, string errorType, string requestId, double delayMilliseconds);

    [LoggerMessage(4, LogLevel.Warning, "{Provider} cannot store {Field}; it is left out, because UnsupportedFields is Ignore. This is logged once per field.")]
    internal static partial void FieldIgnored(this ILogger logger, string provider, CustomerField field);

    [LoggerMessage(5, LogLevel.Error, "{Client}: the changed configuration is not valid, the one before stays in force. {Failures}")]
    internal static partial void OptionsRefused(this ILogger logger, string client, string failures);

    [LoggerMessage(6, LogLevel.Debug, "{Provider}: {Operation} found no such customer, request id {RequestId}")]
    internal static partial void CustomerNotFound(this ILogger logger, string provider, BillingOperation operation, string requestId);

    [LoggerMessage(
        7,
        LogLevel.Information,
        "{Client}: removed {Handlers}, which the application adds to all of its HTTP clients. This client retries by itself.")]
    internal static partial void HandlersRemoved(this ILogger logger, string client, string handlers);
}
