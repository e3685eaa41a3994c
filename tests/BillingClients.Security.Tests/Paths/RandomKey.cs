using BillingClients.Security.Tests.Fixtures;

namespace BillingClients.Security.Tests.Paths;

/// <summary>Texts that have walked out of a path somewhere, and texts made of their parts.</summary>
internal static class RandomKey
{
    private static readonly string[] Whole =
    [
        "", ".", "..", "...", "/", "//", "\\", "?", "#", "%", " ", "%2e", "%2e%2e", "%2E%2E", ".%2e", "%2e.", "%252e%252e", "../..", "..%2f..", "%2e%2e%2f", "..\\..", "..;/",
        "a/../b", "/etc/passwd", "//evil.example", "\\\\evil.example", "http://evil.example/", "@evil.example", "a?b=c", "a#b", "a&b=c", "a;b", "a:b", "%00", "\0", "\r\nHost: evil.example",
        "%0d%0a", "\u2025", "\uff0e\uff0e", "\u2215", "\uff0f", "\ud800", "\udc00", "a\ud800", "\udc00\ud800", "\ud83d\ude00", "\ufeff", "\u202e", "\u0085", "\u00a0", "é", "e\u0301", "+", "a b",
    ];

    private static readonly string[] Parts =
    [
        ".", "..", "/", "\\", "%", "%2e", "%2F", "%5c", "%25", "%252e", "%u002e", "%c0%ae", "%", "?", "#", "&", "=", "+", ";", ":", "@", "!", "*", "'", "(", ")", "[", "]", "{", "}", "|", "^", "`", "~",
        "\"", "<", ">", ",", "$", "-", "_", " ", "a", "Z", "0", "cust_", "http:", "evil.example", "é", "ß", "\u65e5", "\u0430", "\u202e", "\ufeff", "\ud83d\ude00", "\ud800", "\udfff", "\t", "\r", "\n", "\0",
    ];

    public static string Of(Random random) => random.Next(20) switch
    {
        < 4 => random.Pick(Whole),
        < 13 => Join(random, 1 + random.Next(6)),
        < 16 => Letters(random, 1 + random.Next(40)) + random.Pick(Parts) + Letters(random, random.Next(10)),
        < 18 => string.Concat(Enumerable.Range(0, 1 + random.Next(12)).Select(_ => (char)random.Next(char.MaxValue + 1))),
        18 => Join(random, 200 + random.Next(900)),
        _ => new string(random.Pick(Whole).PadRight(1, 'x')[0], 1000 + random.Next(60_000)),
    };

    private static string Join(Random random, int parts) => string.Concat(Enumerable.Range(0, parts).Select(_ => random.Pick(Parts)));

    private static string Letters(Random random, int count) => string.Concat(Enumerable.Range(0, count).Select(_ => (char)('a' + random.Next(26))));
}
