using System.Globalization;

namespace BillingClients.Providers;

/// <summary>A time such as <c>24:00:00</c>, which .NET reads as days, hours and minutes, because hours go up to 23.</summary>
internal static class HoursAsDaysCheck
{
    /// <summary>What is wrong with a value; null when it is not such a time.</summary>
    internal static string? Check(string value) =>
        value.Trim().Split(':') is [string hours, string minutes, string seconds]
        && int.TryParse(hours, NumberStyles.None, CultureInfo.InvariantCulture, out int count)
        && TimeSpan.TryParse(value, CultureInfo.InvariantCulture, out TimeSpan read) && read.Days == count && count > 0
        && TimeSpan.TryParse($"00:{minutes}:{seconds}", CultureInfo.InvariantCulture, out TimeSpan rest)
            ? string.Create(CultureInfo.InvariantCulture, $"is '{value.Trim()}', which .NET reads as {count} days. Write {TimeSpan.FromHours(count) + rest:c} for {count} hours.")
            : null;
}
