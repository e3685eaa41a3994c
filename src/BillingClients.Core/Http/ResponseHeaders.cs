using System.Globalization;
using System.Net.Http.Headers;

namespace BillingClients.Providers;

/// <summary>Reads rate limits and waits from the headers of an answer. Pure; the same in every culture.</summary>
internal static class ResponseHeaders
{
    private const int TooManyRequests = 429;
    private const double FirstEpochSecond = 1e9;
    private const double FirstEpochMillisecond = 1e11;

    private const NumberStyles PlainNumber =
        NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite;

    /// <summary>How long a provider asks to wait: <c>Retry-After</c>; after a 429 without it, <c>X-RateLimit-Reset</c>.</summary>
    /// <remarks>Other answers may have the reset too. There it says when a window ends, and not when to try again.</remarks>
    internal static TimeSpan? RetryAfter(HttpResponseHeaders headers, int status, DateTimeOffset now) =>
        Parse(First(headers, "Retry-After"), now) ?? (status == TooManyRequests ? Parse(First(headers, "X-RateLimit-Reset"), now) : null);

    /// <summary><c>X-RateLimit-Limit</c>, <c>-Remaining</c> and <c>-Reset</c>; null when there is none of them.</summary>
    internal static RateLimit? RateLimit(HttpResponseHeaders headers, TimeProvider timeProvider)
    {
        string? limit = First(headers, "X-RateLimit-Limit");
        string? remaining = First(headers, "X-RateLimit-Remaining");
        string? reset = First(headers, "X-RateLimit-Reset");
        return limit is null && remaining is null && reset is null
            ? null
            : new RateLimit(Count(limit), Count(remaining), reset is null ? null : ParseMoment(reset, timeProvider.GetUtcNow()));
    }

    /// <summary>What the provider's clock shows now: its <c>Date</c>, and the <c>Age</c> of an answer that comes from a cache. Null if it does not say.</summary>
    internal static DateTimeOffset? Date(HttpResponseHeaders headers)
    {
        string? age = First(headers, "Age");
        int seconds = 0;
        return (age is null || int.TryParse(age, NumberStyles.None, CultureInfo.InvariantCulture, out seconds))
            && DateTimeOffset.TryParseExact(First(headers, "Date"), "R", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTimeOffset date)
            && date < DateTimeOffset.MaxValue.AddSeconds(-seconds)
            ? date.AddSeconds(seconds)
            : null;
    }

    /// <summary>Seconds from now, an HTTP date, or a moment as unix seconds or milliseconds.</summary>
    /// <returns>The wait; zero for a moment that is past; null for what cannot be read.</returns>
    internal static TimeSpan? Parse(string? text, DateTimeOffset now) => ParseMoment(text, now) is { } moment ? NotNegative(moment - now) : null;

    internal static DateTimeOffset? ParseMoment(string? text, DateTimeOffset now)
    {
        // The framework reads "NaN" and "Infinity" as numbers, too.
        if (string.IsNullOrWhiteSpace(text) || !text.AsSpan().ContainsAnyInRange('0', '9'))
        {
            return null;
        }

        if (double.TryParse(text, PlainNumber, CultureInfo.InvariantCulture, out double number))
        {
            return FromNumber(number, now);
        }

        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset date) ? date : null;
    }

    internal static string? First(HttpResponseHeaders headers, string name)
    {
        if (!headers.NonValidated.TryGetValues(name, out HeaderStringValues values))
        {
            return null;
        }

        foreach (string value in values)
        {
            return value;
        }

        return null;
    }

    private static DateTimeOffset FromNumber(double number, DateTimeOffset now)
    {
        DateTimeOffset origin = number < FirstEpochSecond ? now : DateTimeOffset.UnixEpoch;
        double seconds = number < FirstEpochMillisecond ? number : number / 1000;
        double most = (DateTimeOffset.MaxValue - origin).TotalSeconds - 1;
        return origin.AddSeconds(double.IsFinite(seconds) ? Math.Clamp(seconds, -1, most) : most);
    }

    private static TimeSpan NotNegative(TimeSpan wait) => wait < TimeSpan.Zero ? TimeSpan.Zero : wait;

    private static long? Count(string? text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long count) ? count : null;
}
