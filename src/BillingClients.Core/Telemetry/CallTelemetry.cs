using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Microsoft.Extensions.Logging;

namespace BillingClients.Providers;

/// <summary>Reports a client's calls as spans, metrics and log lines. What it reports holds no personal data: no values, no ids, no provider's words.</summary>
/// <remarks>Exceptions of the application's listeners are dropped, for the same reason as those of its logger (<see cref="SafeLogger"/>).</remarks>
[SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "What a listener throws must not decide the outcome of a call.")]
internal sealed class CallTelemetry
{
    // A log line without a request id would end in nothing, or in (null).
    private const string NoRequestId = "none";

    private readonly ProviderDescriptor _provider;
    private readonly string _clientName;
    private readonly ILogger _logger;

    internal CallTelemetry(ProviderDescriptor provider, string clientName, ILogger logger)
    {
        _provider = provider;
        _clientName = clientName;
        _logger = logger;
    }

    /// <summary>Starts the call's span; null if nobody listens.</summary>
    internal Activity? Start(ProviderCall call)
    {
        Activity? outer = Activity.Current;
        try
        {
            return call.Span = StartSpan(call);
        }
        catch (Exception)
        {
            Activity.Current = outer;
            return null;
        }
    }

    internal void Retrying(ProviderCall call, Exception? exception)
    {
        string errorType = ErrorType(exception);
        CountRetry(call, errorType);
        call.Span?.AddEvent(new ActivityEvent("billing.attempt.failed", tags: new ActivityTagsCollection
        {
            { "billing.attempt", call.Attempts },
            { "error.type", errorType },
            { "billing.retry.delay", call.NextDelay.TotalSeconds },
        }));
        _logger.AttemptFailed(
            _provider.DisplayName, call.Operation, call.Attempts, errorType, call.PrintableRequestId ?? NoRequestId, Milliseconds(call.NextDelay));
    }

    internal void Succeeded(ProviderCall call, Activity? activity)
    {
        Finish(call, activity, errorType: null);
        _logger.CallSucceeded(_provider.DisplayName, call.Operation, call.StatusCode, call.Attempts);
    }

    /// <summary>Reports a failure; returns true, so that it can stand in an exception filter.</summary>
    internal bool Failed(ProviderCall call, Activity? activity, Exception exception)
    {
        string errorType = ErrorType(exception);
        activity?.SetStatus(ActivityStatusCode.Error);
        Finish(call, activity, errorType);
        string requestId = (exception is BillingException ? call.PrintableRequestId : null) ?? NoRequestId;
        if (exception is BillingNotFoundException && call.Operation.Kind == OperationKind.Get)
        {
            // FindAsync and GetOrCreateAsync expect that a customer may be missing; a caller of GetAsync gets the exception.
            _logger.CustomerNotFound(_provider.DisplayName, call.Operation, requestId);
            return true;
        }

        _logger.CallFailed(_provider.DisplayName, call.Operation, errorType, call.Attempts, requestId);
        return true;
    }

    private static string ErrorType(Exception? exception) => exception switch
    {
        BillingException { StatusCode: { } status and >= 300 } => status.ToString(CultureInfo.InvariantCulture),
        null => "_OTHER",
        _ => exception.GetType().Name,
    };

    private static double Milliseconds(TimeSpan time) => Math.Round(time.TotalMilliseconds, time.TotalMilliseconds < 10 ? 1 : 0);

    private Activity? StartSpan(ProviderCall call)
    {
        Activity? activity = BillingTelemetry.Source.StartActivity(call.Operation.Name, ActivityKind.Client);
        if (activity is { IsAllDataRequested: true })
        {
            activity.SetTag("billing.provider", _provider.Name);
            activity.SetTag("billing.operation", call.Operation.KindName);
            activity.SetTag("billing.client", _clientName);
            activity.SetTag("http.request.method", call.Request.Endpoint.Method);
            activity.SetTag("url.template", call.Request.Endpoint.Template);
            activity.SetTag("server.address", call.Settings.GetBaseAddress().Host);
            activity.SetTag("server.port", call.Settings.GetBaseAddress().Port);
        }

        return activity;
    }

    private void Finish(ProviderCall call, Activity? activity, string? errorType)
    {
        RecordDuration(call, errorType);
        if (activity is not null)
        {
            Stop(call, activity, errorType);
        }
    }

    private void CountRetry(ProviderCall call, string errorType)
    {
        try
        {
            TagList tags = Tags(call);
            tags.Add("error.type", errorType);
            BillingTelemetry.Retries.Add(1, tags);
        }
        catch (Exception)
        {
            // A listener of the application threw.
        }
    }

    private void RecordDuration(ProviderCall call, string? errorType)
    {
        if (!BillingTelemetry.Duration.Enabled)
        {
            return;
        }

        TagList tags = Tags(call);
        if (call.StatusCode != 0)
        {
            tags.Add("http.response.status_code", call.StatusCode);
        }

        if (errorType is not null)
        {
            tags.Add("error.type", errorType);
        }

        try
        {
            BillingTelemetry.Duration.Record(call.Elapsed.TotalSeconds, tags);
        }
        catch (Exception)
        {
            // A listener of the application threw.
        }
    }

    // Stopped here, because Dispose would pass on what a listener throws.
    private static void Stop(ProviderCall call, Activity activity, string? errorType)
    {
        if (activity.IsAllDataRequested)
        {
            SetResult(call, activity, errorType);
        }

        try
        {
            activity.Stop();
        }
        catch (Exception)
        {
            Activity.Current = activity.Parent;
        }
    }

    private static void SetResult(ProviderCall call, Activity activity, string? errorType)
    {
        if (call.StatusCode != 0)
        {
            activity.SetTag("http.response.status_code", call.StatusCode);
        }

        if (call.Attempts > 1)
        {
            activity.SetTag("http.request.resend_count", call.Attempts - 1);
        }

        if (errorType is not null)
        {
            activity.SetTag("error.type", errorType);
        }
    }

    private TagList Tags(ProviderCall call) => new()
    {
        { "billing.provider", _provider.Name },
        { "billing.operation", call.Operation.KindName },
        { "http.request.method", call.Request.Endpoint.Method },
        { "url.template", call.Request.Endpoint.Template },
    };
}
