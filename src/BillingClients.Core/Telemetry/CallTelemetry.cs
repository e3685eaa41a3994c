using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace BillingClients.Providers;

/// <summary>Reports a client's calls as spans, metrics and log lines. What it reports holds no personal data: no values, no ids, no provider's words.</summary>
/// <remarks>Exceptions of the application's listeners are dropped, for the same reason as those of its logger (<see cref="SafeLogger"/>).</remarks>
internal sealed class CallTelemetry
{
    // A log line without a request id would end in nothing, or in (null).
    private const string NoRequestId = "none";

    private readonly string _client;
    private readonly ILogger _logger;
    private readonly CallScope _scope;
    private readonly CallSpans _spans;
    private readonly CallMetrics _metrics;

    internal CallTelemetry(ProviderDescriptor provider, string clientName, ILogger logger)
    {
        _client = clientName;
        _logger = SafeLogger.Around(logger);
        _scope = new CallScope(provider, clientName);
        _spans = new CallSpans(provider, clientName);
        _metrics = new CallMetrics(provider, clientName);
    }

    /// <summary>Begins the log scope of a call.</summary>
    // Even a logger factory without a provider allocates a scope.
    internal SafeScope BeginScope() => _logger.IsEnabled(LogLevel.Critical) ? SafeScope.Begin(_logger, _scope) : default;

    /// <summary>Starts the call's span; null if nobody listens.</summary>
    internal Activity? Start(ProviderCall call) => call.Span = _spans.Start(call);

    /// <summary>Reports an attempt that failed and is followed by another.</summary>
    internal void Retrying(ProviderCall call, Exception? exception)
    {
        string errorType = FailureName.TypeOf(exception);
        _metrics.Retried(call, errorType);
        CallSpans.AddFailedAttempt(call, errorType);
        _logger.AttemptFailed(_client, call.Attempts, call.Operation.Name, errorType, call.PrintableRequestId ?? NoRequestId, LogText.Milliseconds(call.NextDelay));
    }

    /// <summary>Reports a call that succeeded.</summary>
    internal void Succeeded(ProviderCall call, Activity? activity)
    {
        Finish(call, activity, errorType: null);
        if (_logger.IsEnabled(LogLevel.Debug))
        {
            _logger.CallSucceeded(_client, call.Operation.Name, call.StatusCode, call.Attempts, Noun(call.Attempts), LogText.Milliseconds(call.Elapsed));
        }
    }

    /// <summary>Reports a failure; returns true, so that it can stand in an exception filter.</summary>
    internal bool Failed(ProviderCall call, Activity? activity, Exception exception)
    {
        string requestId = (exception is BillingException ? call.PrintableRequestId : null) ?? NoRequestId;
        if (exception is BillingNotFoundException && call.Operation.Kind == OperationKind.Get)
        {
            // FindAsync and GetOrCreateAsync expect that a customer may be missing; a caller of GetAsync gets the exception.
            Finish(call, activity, errorType: null);
            _logger.NotFound(
                _client, call.Operation.Name, call.Operation.Resource, call.Attempts, Noun(call.Attempts), LogText.Milliseconds(call.Elapsed), requestId);
            return true;
        }

        Finish(call, activity, FailureName.TypeOf(exception));
        LogFailure(call, exception, requestId);
        return true;
    }

    /// <summary>Logs that the answer to a request of an application's own could not be read. Its span has ended.</summary>
    internal void FoundUnreadable(ProviderCall call, Exception failure)
    {
        using SafeScope scope = BeginScope();
        LogFailure(call, failure, call.PrintableRequestId ?? NoRequestId);
    }

    /// <summary>Reports a call that was refused before it was sent; returns true, so that it can stand in an exception filter.</summary>
    internal bool Refused(BillingOperation operation, Exception refusal)
    {
        string errorType = refusal.GetType().Name;
        _spans.AddRefused(operation, errorType);
        _metrics.Refused(operation, errorType);
        using SafeScope scope = BeginScope();
        _logger.CallRefused(_client, operation.Name, errorType, FailureName.CauseOf(refusal));
        return true;
    }

    private void LogFailure(ProviderCall call, Exception failure, string requestId) => _logger.CallFailed(
        _client,
        call.Operation.Name,
        FailureName.TypeOf(failure),
        FailureName.CauseOf(failure),
        call.Attempts,
        Noun(call.Attempts),
        LogText.Milliseconds(call.Elapsed),
        requestId);

    private static string Noun(int attempts) => attempts == 1 ? "attempt" : "attempts";

    private void Finish(ProviderCall call, Activity? activity, string? errorType)
    {
        _metrics.Ended(call, errorType);
        if (activity is not null)
        {
            CallSpans.Stop(call, activity, errorType);
        }
    }
}
