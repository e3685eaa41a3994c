using System.Globalization;

namespace BillingClients.Testing;

/// <summary>Puts a fault's own headers on the provider's error answer.</summary>
internal static class FaultAnswers
{
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
