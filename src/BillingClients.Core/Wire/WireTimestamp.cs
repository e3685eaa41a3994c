using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Serialization;

namespace BillingClients.Providers;

/// <summary>
/// A moment as a provider wrote it: a text or a number, kept as it came. Each provider's mapping says how to read it. For writing a provider.
/// </summary>
[JsonConverter(typeof(WireTimestampConverter))]
[DebuggerDisplay("{ToString(),nq}")]
public readonly record struct WireTimestamp
{
    private const int DateLength = 10;

    /// <summary>Wraps what a provider wrote.</summary>
    /// <param name="text">The text, or the digits of the number.</param>
    /// <param name="isNumber">Whether it was a JSON number.</param>
    public WireTimestamp(string text, bool isNumber)
    {
        Text = text;
        IsNumber = isNumber;
    }

    /// <summary>The text, or the digits of the number.</summary>
    public string Text { get; }

    /// <summary>Whether it was a JSON number.</summary>
    public bool IsNumber { get; }

    /// <summary>Reads ISO 8601 and RFC 3339, with any number of fractional digits; a text without zone is UTC. Null for what cannot be read.</summary>
    public DateTimeOffset? FromIso() =>
        !IsNumber
        && Text.Length >= DateLength
        && Text[4] == '-'
        && Text[7] == '-'
        && DateTimeOffset.TryParse(Text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset moment)
            ? moment
            : null;

    /// <summary>Reads seconds since 1970, as a number or as digits in a text. Null for what cannot be read or lies outside of years 1 to 9999.</summary>
    public DateTimeOffset? FromUnixSeconds() => FromUnixMilliseconds(1000);

    /// <summary>Reads milliseconds since 1970, as a number or as digits in a text. Null for what cannot be read or lies outside of years 1 to 9999.</summary>
    public DateTimeOffset? FromUnixMilliseconds() => FromUnixMilliseconds(1);

    /// <summary>The text in one line, with control characters and invisible characters escaped.</summary>
    public override string ToString() => Text is null ? string.Empty : LogText.OneLine(Text);

    private DateTimeOffset? FromUnixMilliseconds(int factor)
    {
        if (!decimal.TryParse(Text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number)
            || number < DateTimeOffset.MinValue.ToUnixTimeMilliseconds() / factor
            || number > DateTimeOffset.MaxValue.ToUnixTimeMilliseconds() / factor)
        {
            return null;
        }

        return DateTimeOffset.UnixEpoch.AddTicks((long)(number * factor * TimeSpan.TicksPerMillisecond));
    }
}
