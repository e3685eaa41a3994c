using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace BillingClients.Providers;

/// <summary>The spans of a client's calls. A sampler sees all that is known when a call begins.</summary>
[SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "What a listener throws must not decide the outcome of a call.")]
internal sealed class CallSpans(ProviderDescriptor provider, string clientName)
{
    /// <summary>Starts the span of a call; null if nobody listens.</summary>
    internal Activity? Start(ProviderCall call) => BillingTelemetry.Source.HasListeners() ? Start(call.Operation, TagsOf(call)) : null;

    /// <summary>Adds the span of a call that was refused before it was sent.</summary>
    internal void AddRefused(BillingOperation operation, string errorType)
    {
        if (BillingTelemetry.Source.HasListeners() && Start(operation, TagsOf(operation)) is { } span)
        {
            span.SetStatus(ActivityStatusCode.Error);
            span.SetTag("error.type", errorType);
            Stop(span);
        }
    }

    /// <summary>Adds an event for an attempt that failed and is followed by another.</summary>
    internal static void AddFailedAttempt(ProviderCall call, string errorType) =>
        call.Span?.AddEvent(new ActivityEvent("billing.attempt.failed", tags: new ActivityTagsCollection
        {
            { "billing.attempt", call.Attempts },
            { "error.type", errorType },
            { "billing.retry.delay", call.NextDelay.TotalSeconds },
        }));

    /// <summary>Ends the span of a call.</summary>
    /// <param name="call">The call.</param>
    /// <param name="span">Its span.</param>
    /// <param name="errorType">Why it failed; null if it did not.</param>
    internal static void Stop(ProviderCall call, Activity span, string? errorType)
    {
        if (errorType is not null)
        {
            span.SetStatus(ActivityStatusCode.Error);
        }

        if (span.IsAllDataRequested)
        {
            SetResult(call, span, errorType);
        }

        Stop(span);
    }

    private static Activity? Start(BillingOperation operation, KeyValuePair<string, object?>[] tags)
    {
        Activity? outer = Activity.Current;
        try
        {
            return BillingTelemetry.Source.StartActivity(operation.Name, ActivityKind.Client, parentContext: default, tags);
        }
        catch (Exception)
        {
            Activity.Current = outer;
            return null;
        }
    }

    // Not with Dispose, which would pass on what a listener throws.
    private static void Stop(Activity span)
    {
        try
        {
            span.Stop();
        }
        catch (Exception)
        {
            Activity.Current = span.Parent;
        }
    }

    private static void SetResult(ProviderCall call, Activity span, string? errorType)
    {
        if (call.StatusCode != 0)
        {
            span.SetTag("http.response.status_code", call.StatusCode);
        }

        if (call.Attempts > 1)
        {
            span.SetTag("http.request.resend_count", call.Attempts - 1);
        }

        if (errorType is not null)
        {
            span.SetTag("error.type", errorType);
        }
    }

    private KeyValuePair<string, object?>[] TagsOf(ProviderCall call) =>
    [
        .. TagsOf(call.Operation),
        new("http.request.method", call.Request.Endpoint.Method),
        new("url.template", UrlTemplate.Of(call)),
        new("server.address", call.Settings.GetBaseAddress().Host),
        new("server.port", call.Settings.GetBaseAddress().Port),
    ];

    private KeyValuePair<string, object?>[] TagsOf(BillingOperation operation) =>
    [
        new("billing.provider", provider.Name),
        new("billing.operation", operation.KindName),
        new("billing.client", clientName),
    ];
}
