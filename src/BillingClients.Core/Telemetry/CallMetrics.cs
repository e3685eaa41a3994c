using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Diagnostics.Metrics;

namespace BillingClients.Providers;

/// <summary>The measurements of a client's calls.</summary>
[SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "What a listener throws must not decide the outcome of a call.")]
internal sealed class CallMetrics(ProviderDescriptor provider, string clientName)
{
    /// <summary>Measures how long a call took.</summary>
    /// <param name="call">The call.</param>
    /// <param name="errorType">Why it failed; null if it did not.</param>
    internal void Ended(ProviderCall call, string? errorType)
    {
        if (!BillingTelemetry.Duration.Enabled)
        {
            return;
        }

        TagList tags = TagsOf(call);
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

    /// <summary>Counts a retry.</summary>
    internal void Retried(ProviderCall call, string errorType)
    {
        if (BillingTelemetry.Retries.Enabled)
        {
            Count(BillingTelemetry.Retries, TagsOf(call), errorType);
        }
    }

    /// <summary>Counts a call that was refused before it was sent.</summary>
    internal void Refused(BillingOperation operation, string errorType)
    {
        if (BillingTelemetry.Refusals.Enabled)
        {
            Count(BillingTelemetry.Refusals, TagsOf(operation), errorType);
        }
    }

    private static void Count(Counter<long> counter, TagList tags, string errorType)
    {
        tags.Add("error.type", errorType);
        try
        {
            counter.Add(1, tags);
        }
        catch (Exception)
        {
            // A listener of the application threw.
        }
    }

    private TagList TagsOf(ProviderCall call)
    {
        TagList tags = TagsOf(call.Operation);
        tags.Add("http.request.method", call.Request.Endpoint.Method);
        tags.Add("url.template", UrlTemplate.Of(call));
        return tags;
    }

    private TagList TagsOf(BillingOperation operation) => new()
    {
        { "billing.provider", provider.Name },
        { "billing.client", clientName },
        { "billing.operation", operation.KindName },
    };
}
