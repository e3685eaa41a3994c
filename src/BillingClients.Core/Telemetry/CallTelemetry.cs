using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging;

namespace BillingClients.Providers;

/// <summary>Reports a client's calls as spans, metrics and log lines. What it reports holds no personal data: no values, no ids, no provider's words.</summary>
internal sealed class CallTelemetry
{
    private readonly ProviderDescriptor _provider;
    private readonly string _clientName;
    private readonly ILogger _logger;

    internal CallTelemetry(ProviderDescriptor provider, string clientName, ILogger logger)
    {
        _provider = provider;
        _clientName = clientName;
        _logger = logger;
    }

    internal Activity? Start(ProviderCall call)
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

    internal void Retrying(ProviderCall call, Exception? exception)
    {
        string errorType = ErrorType(exception);
        TagList tags = Tags(call);
        tags.Add("error.type", errorType);
        BillingTelemetry.Retries.Add(1, tags);
        Activity.Current?.AddEvent(new ActivityEvent("billing.attempt.failed", tags: new ActivityTagsCollection
        {
            { "billing.attempt", call.Attempts },
            { "error.type", errorType },
            { "billing.retry.delay", call.NextDelay.TotalSeconds },
        }));
        _logger.AttemptFailed(_provider.DisplayName, call.Operation, call.Attempts, errorType, call.PrintableRequestId, call.NextDelay.TotalMilliseconds);
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
        Finish(call, activity, errorType);
        activity?.SetStatus(ActivityStatusCode.Error);
        string? requestId = exception is BillingException ? call.PrintableRequestId : null;
        if (exception is BillingNotFoundException && call.Operation.Kind == OperationKind.Get)
        {
            // An answer as good as any to FindAsync and GetOrCreateAsync; whoever calls GetAsync gets the exception.
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

    private void Finish(ProviderCall call, Activity? activity, string? errorType)
    {
        if (activity is { IsAllDataRequested: true })
        {
            SetResult(call, activity, errorType);
        }

        if (BillingTelemetry.Duration.Enabled)
        {
            TagList tags = Tags(call);
            if (call.StatusCode != 0)
            {
                tags.Add("http.response.status_code", call.StatusCode);
            }

            if (errorType is not null)
            {
                tags.Add("error.type", errorType);
            }

            BillingTelemetry.Duration.Record(call.Elapsed.TotalSeconds, tags);
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
