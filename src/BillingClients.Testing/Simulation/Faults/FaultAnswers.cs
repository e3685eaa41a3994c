using System.Globalization;
using System.Net;

namespace BillingClients.Testing;

/// <summary>What a fault answers in place of the provider's own answer.</summary>
internal static class FaultAnswers
{
    public static SimulatedAnswer GatewayPage(int status)
    {
        string title = $"{status} {(HttpStatusCode)status}";
        return SimulatedAnswer.Html(status, $"<html><head><title>{title}</title></head><body><h1>{title}</h1><hr>gateway</body></html>");
    }

    /// <summary>Puts the fault's own headers on an answer.</summary>
    public static SimulatedAnswer With(this SimulatedAnswer answer, SimulatedFault fault, DateTimeOffset now)
    {
        if (fault.RetryAfter is { } retryAfter)
        {
            answer = answer.WithHeader("Retry-After", fault.RetryAfterAsDate
                ? (now + retryAfter).ToString("R", CultureInfo.InvariantCulture)
                : ((long)Math.Ceiling(retryAfter.TotalSeconds)).ToString(CultureInfo.InvariantCulture));
        }

        return fault.Location is null ? answer : answer.WithHeader("Location", fault.Location.OriginalString);
    }
}
