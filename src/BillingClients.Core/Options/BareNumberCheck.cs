using System.Globalization;

namespace BillingClients.Providers;

/// <summary>A time without a unit, which .NET reads as days.</summary>
internal static class BareNumberCheck
{
    private const NumberStyles Format = NumberStyles.AllowLeadingSign | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite;

    /// <summary>What is wrong with a value; null when it is not a number, or so large that the binder refuses it.</summary>
    internal static string? Check(string value) =>
        int.TryParse(value, Format, CultureInfo.InvariantCulture, out int number) && Math.Abs((long)number) <= TimeSpan.MaxValue.Days
            ? string.Create(CultureInfo.InvariantCulture, $"is '{number}', {Remedy(number)}")
            : null;

    // Nobody writes a thousand seconds or more, but milliseconds; and no time but ClockTolerance may be longer than 24 days.
    private static string Remedy(int number) => number switch
    {
        0 => "a number without a unit. Write 00:00:00.",
        < 0 => $"which .NET reads as {Days(number)}. A time cannot be negative: write 00:00:20 for 20 seconds.",
        <= 24 => $"which .NET reads as {Days(number)}. Write {Seconds(number)}, or {number}.00:00:00 for {Days(number)}.",
        < 1000 => $"which .NET reads as {Days(number)}. Write {Seconds(number)}.",
        _ => $"which .NET reads as {Days(number)}. Write {Milliseconds(number)}, or {Seconds(number)}.",
    };

    private static string Days(int number) => Count(number, "day");

    private static string Seconds(int number) => $"{TimeSpan.FromSeconds(number):c} for {Count(number, "second")}";

    private static string Milliseconds(int number)
    {
        string text = TimeSpan.FromMilliseconds(number).ToString("c");
        return $"{(number % 1000 == 0 ? text : text.TrimEnd('0'))} for {Count(number, "millisecond")}";
    }

    private static string Count(int number, string unit) => string.Create(CultureInfo.InvariantCulture, $"{number} {unit}{(number is 1 or -1 ? "" : "s")}");
}
