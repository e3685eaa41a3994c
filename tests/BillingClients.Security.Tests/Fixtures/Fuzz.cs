using System.Globalization;

namespace BillingClients.Security.Tests.Fixtures;

/// <summary>How many random cases the tests try, and where they start from. Each case can be drawn again by itself.</summary>
internal static class Fuzz
{
    private const int Step = 7919;
    private const int Shown = 150;

    /// <summary>The random cases of one test: 2,000, or what the environment variable <c>BILLING_FUZZ</c> says.</summary>
    public static int Cases { get; } = Read("BILLING_FUZZ", 2_000);

    /// <summary>The seed: always the same, or what the environment variable <c>BILLING_FUZZ_SEED</c> says.</summary>
    public static int Seed { get; } = Read("BILLING_FUZZ_SEED", 1815);

    /// <summary>What a case draws from.</summary>
    public static Random Of(int number) => new(unchecked((Seed * Step) + number));

    /// <summary>What a failing test calls a case.</summary>
    public static string Describe(int number, string what) => string.Create(CultureInfo.InvariantCulture, $"seed {Seed}, case {number}: {what}");

    /// <summary>One of them.</summary>
    public static T Pick<T>(this Random random, IReadOnlyList<T> choices) => choices[random.Next(choices.Count)];

    /// <summary>Text with everything that is not printable ASCII escaped, and the middle of a long one left out.</summary>
    public static string Show(string text) => text.Length <= 2 * Shown
        ? $"\"{Escape(text)}\""
        : string.Create(CultureInfo.InvariantCulture, $"\"{Escape(text[..Shown])} … {Escape(text[^Shown..])}\" ({text.Length} characters)");

    private static string Escape(string text) =>
        string.Concat(text.Select(static c => c is >= ' ' and < '\u007f' ? c.ToString() : string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}")));

    private static int Read(string variable, int otherwise) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? int.Parse(text, NumberStyles.Integer, CultureInfo.InvariantCulture) : otherwise;
}
