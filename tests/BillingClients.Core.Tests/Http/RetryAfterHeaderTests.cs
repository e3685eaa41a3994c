using System.Globalization;
using BillingClients.Providers;

namespace BillingClients.Core.Tests.Http;

public sealed class RetryAfterHeaderTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 9, 15, 0, TimeSpan.Zero);

    public static TheoryData<string, string, double?> Values
    {
        get
        {
            TheoryData<string, string, double?> data = [];
            foreach (string culture in new[] { "", "de-DE", "tr-TR", "ar-SA", "fa-IR", "th-TH" })
            {
                data.Add(culture, "0", 0);
                data.Add(culture, "7", 7);
                data.Add(culture, " 7 ", 7);
                data.Add(culture, "1.5", 1.5);
                data.Add(culture, "-3", 0);
                data.Add(culture, "Fri, 20 Nov 2026 09:15:20 GMT", 20);
                data.Add(culture, "Fri, 20 Nov 2026 09:14:00 GMT", 0);
                data.Add(culture, "2026-11-20T09:16:00Z", 60);
                data.Add(culture, "1795166110", 10);
                data.Add(culture, "1795166110000", 10);
                data.Add(culture, "999999999", 999999999);
                data.Add(culture, "1000000000", 0);
                data.Add(culture, "99999999999", 99999999999 - 1795166100d);
                data.Add(culture, "100000000000", 0);
                data.Add(culture, "   ", null);
                data.Add(culture, "soon", null);
                data.Add(culture, "", null);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Values))]
    public void Seconds_dates_and_epochs_are_read_in_every_culture(string culture, string value, double? seconds)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            ResponseHeaders.Parse(value, Now)?.TotalSeconds.ShouldBe(seconds ?? double.NaN);
            ResponseHeaders.Parse(value, Now).HasValue.ShouldBe(seconds.HasValue);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("1e400")]
    [InlineData("99999999999999999999")]
    [InlineData("Infinity")]
    [InlineData("NaN")]
    [InlineData("Fri, 31 Dec 9999 23:59:59 GMT")]
    public void An_absurd_value_is_a_long_wait_or_none_and_never_an_exception(string value) =>
        (ResponseHeaders.Parse(value, Now) is not { } wait || wait > TimeSpan.FromDays(365)).ShouldBeTrue();

    [Theory]
    [InlineData(429, "5", null, 5.0)]
    [InlineData(429, null, "9", 9.0)]
    [InlineData(429, "5", "9", 5.0)]
    [InlineData(429, "soon", "9", 9.0)]
    [InlineData(429, null, null, null)]
    [InlineData(503, "5", "9", 5.0)]
    [InlineData(503, null, "9", null)]
    [InlineData(400, null, "9", null)]
    public void Retry_After_goes_before_the_reset_of_the_rate_limit_which_counts_on_a_429_only(int status, string? retryAfter, string? reset, double? seconds)
    {
        using HttpResponseMessage response = new();
        if (retryAfter is not null)
        {
            response.Headers.TryAddWithoutValidation("Retry-After", retryAfter);
        }

        if (reset is not null)
        {
            response.Headers.TryAddWithoutValidation("X-RateLimit-Reset", reset);
        }

        (ResponseHeaders.RetryAfter(response.Headers, status, Now)?.TotalSeconds).ShouldBe(seconds);
    }

    [Theory]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("-Infinity")]
    public void A_wait_that_is_not_a_number_is_ignored(string text) => ResponseHeaders.Parse(text, DateTimeOffset.UnixEpoch).ShouldBeNull();

    [Theory]
    [InlineData(null, 0)]
    [InlineData("0", 0)]
    [InlineData("90", 90)]
    public void An_answer_from_a_cache_was_sent_so_much_earlier(string? age, int seconds)
    {
        using HttpResponseMessage answer = new();
        answer.Headers.TryAddWithoutValidation("Date", "Fri, 20 Nov 2026 09:15:00 GMT");
        if (age is not null)
        {
            answer.Headers.TryAddWithoutValidation("Age", age);
        }

        ResponseHeaders.Date(answer.Headers).ShouldBe(new DateTimeOffset(2026, 11, 20, 9, 15, 0, TimeSpan.Zero).AddSeconds(seconds));
    }
}
