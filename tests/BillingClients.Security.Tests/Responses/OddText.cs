namespace BillingClients.Security.Tests.Responses;

/// <summary>
/// Texts of a provider that end a line, change how a terminal shows it, or leave a path. They are JSON, because JSON can hold half of a surrogate pair.
/// </summary>
internal static class OddText
{
    /// <summary>The texts, each with <c>c1</c> in it.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        "\"c1\\n2026-11-30 [CRIT] forged\"", "\"c1\\r\\nX-Injected: 1\"", "\"c1\\r\"", "\"c1\\u0000\"", "\"\\u001b[31mc1\\u001b[0m\"", "\"c1\\u0008\\u0007\"",
        "\"c1\\u007f\"",
        "\"\\u009b31mc1\"", "\"c1\\u0085c2\"", "\"c1\\u2028c2\"", "\"c1\\u2029\"",
        "\"\\u202etxt.c1\"", "\"\\u2066c1\\u2069\"", "\"c1\\u061c\"", "\"c1\\u200b\"",
        "\"\\ufeffc1\"",
        "\"c1\\udb40\\udc41\"", "\"c1\\ud800\"", "\"\\udc00\\ud800c1\"", "\"c1/../c2\"", "\"c1?x=1#y&z\"", "\"c1%2f..%5c\"", "\"c1\\\\..\"",
        "\"c1 \\ud83d\\ude00 \\u00e9\"",
        $"\"c1{new string('x', 1100)}\"", $"\"c1{new string('\u00e9', 5000)}\"", "{\"c1\\n\\u001b[31m\":\"c1\\n\\u2028\"}", "[\"c1\\n\",\"c1\\u202e\"]",
    ];

    /// <summary>Request ids that a header can carry: bytes above 7f are single characters there.</summary>
    public static IReadOnlyList<string> RequestIds { get; } =
        ["\u001b[31mc1", "c1\u0085c2", "\u009b31mc1", "c1\u0001", "c1\tc2", "c1\u00e9", $"c1{new string('x', 5000)}"];
}
