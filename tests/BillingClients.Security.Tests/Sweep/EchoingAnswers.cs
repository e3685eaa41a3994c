using System.Text.Json;
using BillingClients.Testing;

namespace BillingClients.Security.Tests.Sweep;

/// <summary>Answers that repeat what was sent, in every place that an error of any of the providers has.</summary>
public static class EchoingAnswers
{
    /// <summary>The statuses of failures.</summary>
    public static IReadOnlyList<int> Statuses { get; } = [400, 401, 402, 403, 404, 405, 408, 409, 410, 413, 418, 422, 429, 500, 502, 503, 504];

    /// <summary>
    /// An error with a word of the request as its code and request id, and all of it as its message and fields. The number picks word and shape.
    /// </summary>
    public static SimulatedAnswer Error(int status, int number, Canaries canaries, JournalEntry request)
    {
        string[] sent = SentWords(canaries, request);
        string word = Dress(sent[number % sent.Length], number);
        string everything = string.Join(" ", canaries.All.Values);
        SimulatedAnswer answer = (number % 5) switch
        {
            0 => SimulatedAnswer.Text(status, number % 2 == 0 ? word : everything),
            1 => SimulatedAnswer.Html(status, $"<h1>{everything}</h1>"),
            2 => SimulatedAnswer.Json(status, JsonSerializer.Serialize(Flat(word, everything))),
            3 => SimulatedAnswer.Json(status, JsonSerializer.Serialize(new { error = Flat(word, everything), code = word, message = everything })),
            _ => SimulatedAnswer.Json(status, JsonSerializer.Serialize(Listed(word, everything, asText: number % 2 == 0))),
        };
        return number % 3 == 0 ? answer : answer.WithHeader("X-Request-Id", word);
    }

    /// <summary>Bodies of a success that cannot be read, with canaries where other things belong.</summary>
    public static IReadOnlyList<string> UnreadableBodies(Canaries canaries)
    {
        string text = JsonSerializer.Serialize(string.Join(" ", canaries.All.Values));
        string[] values = [$"[{text}]", $"{{{text}:{text}}}", $"[[{text}]]", "true", "null"];
        string[] broken = [$"{{{text}:", $"{{{text}:[1,", $"{{{text}:{{{text}:tru", $"{{\"metadata\":{{{text}:[1,", text + text];
        return [text, $"[{text}]", $"{{{text}:{text}}}", .. broken, .. values.SelectMany(Customers)];
    }

    /// <summary>A success with that body, in some content type, and with a word of the request as its request id.</summary>
    public static SimulatedAnswer Success(string body, int number, Canaries canaries, JournalEntry request)
    {
        string[] sent = SentWords(canaries, request);
        SimulatedAnswer answer = number % 2 == 0 ? SimulatedAnswer.Json(200, body) : SimulatedAnswer.Html(201, body);
        return answer.WithHeader("X-Request-Id", sent[number % sent.Length]);
    }

    // What each provider calls a customer, a list, an id, metadata and a moment, with something else in its place.
    private static string[] Customers(string value) =>
    [
        $"{{\"id\":{value},\"customer_id\":{value}}}",
        $"{{\"metadata\":{value},\"created_at\":{value},\"createdAt\":{value},\"email\":{value}}}",
        $"{{\"customer\":{value},\"data\":{value},\"customers\":{value},\"items\":{value},\"deleted\":{value}}}",
        $"{{\"customer\":{{\"customer_id\":{value}}},\"data\":{{\"customer\":{value}}}}}",
        $"{{\"data\":[{value}],\"customers\":[{value}],\"items\":[{value}],\"pagination\":{value},\"hasMore\":{value},\"has_more\":{value},\"total\":{value}}}",
    ];

    private static object Flat(string word, string everything) => new
    {
        type = word,
        code = word,
        message = everything,
        param = everything,
        request_id = word,
        details = new Dictionary<string, string> { [everything] = everything, [word] = word },
        issues = Issues(everything),
    };

    private static object Listed(string word, string everything, bool asText) => new
    {
        detail = asText ? word : (object)Issues(everything),
        error = Issues(everything),
        code = word,
    };

    private static object[] Issues(string everything) =>
        [new { path = new[] { everything }, loc = new[] { everything }, message = everything, msg = everything }];

    private static string Dress(string word, int number) => (number / 7 % 4) switch
    {
        0 => word,
        1 => $"taken_{word}",
        2 => word.ToUpperInvariant(),
        _ => $"{word.ToLowerInvariant()}-in-use",
    };

    /// <summary>The words of the request that a provider could put where a code belongs.</summary>
    internal static string[] SentWords(Canaries canaries, JournalEntry request) =>
        [.. canaries.All.Values.SelectMany(static text => CanaryForms.PartsOf(text)).Where(word => Holds(request, word))];

    private static bool Holds(JournalEntry request, string word) =>
        Uri.UnescapeDataString(request.Target).Contains(word, StringComparison.Ordinal)
        || request.Headers.Any(header => header.Value.Contains(word, StringComparison.Ordinal))
        || request.BodyText.Contains(word, StringComparison.Ordinal);
}
