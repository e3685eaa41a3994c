using Microsoft.Extensions.Logging;

namespace BillingClients.Providers;

/// <summary>The log lines of calls. Event ids are stable; <c>docs/observability.md</c> lists them.</summary>
internal static partial class CallLog
{
    [LoggerMessage(
        1,
        LogLevel.Debug,
        "{Client}: {Operation} succeeded with HTTP {StatusCode} after {Attempts} {AttemptNoun} in {DurationMilliseconds} ms")]
    internal static partial void CallSucceeded(
        this ILogger logger, string client, string operation, int statusCode, int attempts, string attemptNoun, double durationMilliseconds);

    [LoggerMessage(
        2,
        LogLevel.Warning,
        "{Client}: {Operation} failed with {ErrorType} ({Cause}) after {Attempts} {AttemptNoun} in {DurationMilliseconds} ms, request id {RequestId}")]
    internal static partial void CallFailed(
        this ILogger logger,
        string client,
        string operation,
        string errorType,
        string cause,
        int attempts,
        string attemptNoun,
        double durationMilliseconds,
        string requestId);

    [LoggerMessage(
        3,
        LogLevel.Information,
        "{Client}: attempt {Attempt} of {Operation} failed with {ErrorType}, request id {RequestId}; the next attempt follows in {DelayMilliseconds} ms")]
    internal static partial void AttemptFailed(
        this ILogger logger, string client, int attempt, string operation, string errorType, string requestId, double delayMilliseconds);

    [LoggerMessage(
        4,
        LogLevel.Warning,
        "{Client}: the provider cannot store {Field}; it is left out, because UnsupportedFields is Ignore. This is logged once per field.")]
    internal static partial void FieldIgnored(this ILogger logger, string client, CustomerField field);

    [LoggerMessage(5, LogLevel.Error, "{Client}: the changed configuration is not valid, the one before stays in force. {Failures}")]
    internal static partial void OptionsRefused(this ILogger logger, string client, string failures);

    [LoggerMessage(
        6,
        LogLevel.Debug,
        "{Client}: {Operation} found no such {Resource} after {Attempts} {AttemptNoun} in {DurationMilliseconds} ms, request id {RequestId}")]
    internal static partial void NotFound(
        this ILogger logger, string client, string operation, string resource, int attempts, string attemptNoun, double durationMilliseconds, string requestId);

    [LoggerMessage(
        7,
        LogLevel.Information,
        "{Client}: removed {Handlers}, which the application adds to all of its HTTP clients. This client retries by itself.")]
    internal static partial void HandlersRemoved(this ILogger logger, string client, string handlers);

    [LoggerMessage(8, LogLevel.Warning, "{Client}: {Operation} was refused before it was sent, with {ErrorType} ({Cause})")]
    internal static partial void CallRefused(this ILogger logger, string client, string operation, string errorType, string cause);
}
