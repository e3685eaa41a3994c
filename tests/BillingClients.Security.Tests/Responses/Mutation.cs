using System.Globalization;
using BillingClients.Security.Tests.Fixtures;

namespace BillingClients.Security.Tests.Responses;

/// <summary>Changes an answer: one to three of its JSON, its bytes, its status and its headers.</summary>
internal static class Mutation
{
    private static readonly int[] Statuses =
        [200, 201, 202, 203, 204, 205, 206, 226, 299, 300, 301, 304, 308, 399, 400, 401, 402, 403, 404, 405, 408, 409, 410, 413, 422, 425, 429, 407, 451, 499, 500, 501, 502, 503, 504, 520, 522, 524, 527, 530, 599, 600, 999];

    private static readonly string?[] ContentTypes =
    [
        null, "", "text/plain", "text/html", "application/json; charset=utf-16", "application/json; charset=klingon", "application/json; charset=\"", "application/octet-stream", "json", ";;;",
        "application/json, text/html",
    ];

    private static readonly KeyValuePair<string, string>[] Headers =
    [
        .. ((string[])["-1", "0", "1e400", "NaN", "Infinity", "99999999999999999999", "", "soon", "Thu, 99 Foo 2026 25:00:00 GMT", "Fri, 31 Dec 9999 23:59:59 GMT", "1,2", "253402300800000"])
            .SelectMany(static value => (KeyValuePair<string, string>[])[new("Retry-After", value), new("X-RateLimit-Reset", value), new("X-RateLimit-Remaining", value), new("X-Request-Id", value)]),
        new("X-Request-Id", new string('r', 5000)), new("X-Request-Id", "\u001b[31mc1\u0085"), new("Proxy-Authenticate", "Basic realm=\"c1\u001b\""), new("X-RateLimit-Limit", "-5"), new("Location", "http://evil.example/"), new("Set-Cookie", "a=b"), new("Content-Encoding", "gzip"),
    ];

    public static (Answer Answer, string What) Apply(Answer answer, Random random)
    {
        string what = "";
        for (int left = 1 + (random.Next(3) / 2); left >= 0; left--)
        {
            (answer, string step) = Step(answer, random);
            what += $"; {step}";
        }

        return (answer, what);
    }

    private static (Answer, string) Step(Answer answer, Random random)
    {
        switch (random.Next(20))
        {
            case 0:
                int status = random.Pick(Statuses);
                return (answer with { Status = status }, string.Create(CultureInfo.InvariantCulture, $"status {status}"));
            case 1:
                string? type = random.Pick(ContentTypes);
                return (answer with { ContentType = type }, $"content type {type}");
            case 2:
                KeyValuePair<string, string> header = random.Pick(Headers);
                return (answer with { Headers = [.. answer.Headers, header] }, $"header {header.Key}: {Fuzz.Show(header.Value)}");
            case < 14 when JsonMutation.Apply(answer.Body, random) is { } changed:
                return (answer with { Body = changed.Json }, changed.What);
            default:
                (byte[] body, string what) = ByteMutation.Apply(answer.Body, random);
                return (answer with { Body = body }, what);
        }
    }
}
