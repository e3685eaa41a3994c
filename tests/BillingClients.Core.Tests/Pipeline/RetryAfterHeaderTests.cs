using System.Globalization;
using BillingClients.Providers;

namespace BillingClients.Core.Tests.Pipeline;

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
            RetryAfterHeader.Parse(value, Now)?.TotalSeconds.ShouldBe(seconds ?? double.NaN);
            RetryAfterHeader.Parse(value, Now).HasValue.ShouldBe(seconds.HasValue);
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
        (RetryAfterHeader.Parse(value, Now) is not { } wait || wait > TimeSpan.FromDays(365)).ShouldBeTrue();
}
