using System.Globalization;
using System.Net.Http.Headers;

namespace BillingClients.Providers;

/// <summary>Reads <c>X-RateLimit-Limit</c>, <c>-Remaining</c> and <c>-Reset</c>. Pure, in no culture.</summary>
internal static class RateLimitHeaders
{
    internal static RateLimit? Read(HttpResponseHeaders headers, TimeProvider timeProvider)
    {
        string? limit = RetryAfterHeader.First(headers, "X-RateLimit-Limit");
        string? remaining = RetryAfterHeader.First(headers, "X-RateLimit-Remaining");
        string? reset = RetryAfterHeader.First(headers, "X-RateLimit-Reset");
        return limit is null && remaining is null && reset is null
            ? null
            : new RateLimit(Count(limit), Count(remaining), reset is null ? null : RetryAfterHeader.ParseMoment(reset, timeProvider.GetUtcNow()));
    }

    private static long? Count(string? text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long count) ? count : null;
}
