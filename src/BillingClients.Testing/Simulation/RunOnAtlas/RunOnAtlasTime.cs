using System.Globalization;

namespace BillingClients.Testing;

/// <summary>RunOnAtlas's dates: <c>2021-01-01T00:00:00.000Z</c>.</summary>
internal static class RunOnAtlasTime
{
    public static string Write(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <summary>The time with no more than the milliseconds that are shown.</summary>
    public static DateTimeOffset Cut(DateTimeOffset time) => time.AddTicks(-(time.Ticks % TimeSpan.TicksPerMillisecond));
}
