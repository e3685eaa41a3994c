using System.Globalization;
using System.Text;

namespace BillingClients.Security.Tests.Sweep;

/// <summary>What a proxy between client and provider writes: a refusal, or a part of an answer.</summary>
/// <param name="Name">What a failing test calls it.</param>
/// <param name="LeavesOpen">Whether a write that it forwarded may have taken effect.</param>
/// <param name="Text">Makes the answer from the request and a line with all canaries. Each character is a byte.</param>
internal sealed record ProxyAnswer(string Name, bool LeavesOpen, Func<string, string, string> Text)
{
    /// <summary>Refusals with the canaries in reason, headers and page; and connections that break at each place of an answer.</summary>
    public static IReadOnlyList<ProxyAnswer> All { get; } =
    [
        Refusal(407, "Proxy-Authenticate: Basic realm=\"{0}\"", page: 0),
        Refusal(407, "Proxy-Authenticate: {0}", page: 1),
        Refusal(403, "Via: 1.1 {0}", page: 2),
        Refusal(404, "Proxy-Status: {0}", page: 3),
        Refusal(502, "X-Request-Id: {0}", page: 0),
        Refusal(502, "Set-Cookie: {0}", page: 4),
        Refusal(504, "Server: {0}", page: 1),
        new("a page in the place of an answer", true, static (request, all) => Whole(200, all, $"Via: {all}", $"<html>{request}{all}</html>")),
        new("nothing", true, static (_, _) => ""),
        new("half of the status line", true, static (_, _) => "HTTP/1.1 50"),
        new("half of the headers", true, static (_, all) => $"HTTP/1.1 502 {all}\r\nVia: {all}\r\nX-Ca"),
        new("half of the page", true, static (request, all) => $"HTTP/1.1 502 {all}\r\nContent-Length: 99999\r\n\r\n{request}{all}"),
        new("no HTTP", true, static (request, all) => $"{all}\r\n{request}\r\n\r\n"),
    ];

    /// <summary>The bytes of the answer.</summary>
    public byte[] Bytes(string request, Canaries canaries) => Encoding.Latin1.GetBytes(Text(request, string.Join(' ', canaries.All.Values)));

    private static ProxyAnswer Refusal(int status, string header, int page) => new(
        string.Create(CultureInfo.InvariantCulture, $"{status}, page {page}"),
        GatewayPage.LeavesOpen(status),
        (request, all) => Whole(status, all, string.Format(CultureInfo.InvariantCulture, header, all), GatewayPage.Of(status, page, $"{request}\n{all}").Body));

    private static string Whole(int status, string reason, string header, string body) => string.Create(
        CultureInfo.InvariantCulture, $"HTTP/1.1 {status} {reason}\r\n{header}\r\nConnection: close\r\nContent-Length: {body.Length}\r\n\r\n{body}");
}
