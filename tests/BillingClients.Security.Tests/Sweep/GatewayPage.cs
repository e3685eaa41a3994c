using System.Net;
using System.Text.Json;

namespace BillingClients.Security.Tests.Sweep;

/// <summary>A page of a gateway, a proxy or a content delivery network that repeats the request: HTML, text, or JSON in an unknown format.</summary>
/// <param name="ContentType">The media type.</param>
/// <param name="Body">The body.</param>
internal sealed record GatewayPage(string ContentType, string Body)
{
    /// <summary>The statuses of such pages. Those above 511 are used by a content delivery network.</summary>
    public static IReadOnlyList<int> Statuses { get; } = [403, 404, 407, 409, 429, 499, 502, 504, 520, 521, 522, 523, 524, 525, 526, 527, 530];

    /// <summary>The page.</summary>
    /// <param name="status">The status that it comes with.</param>
    /// <param name="number">Picks the format: one of six.</param>
    /// <param name="echo">What it repeats.</param>
    public static GatewayPage Of(int status, int number, string echo) => (number % 6) switch
    {
        0 => new("text/html", $"<html><head><title>{status}</title></head><body><pre>{WebUtility.HtmlEncode(echo)}</pre><!-- {echo} --></body></html>"),
        1 => new("text/plain", $"{status} {echo}"),
        2 => Json(new { type = "about:blank", title = echo, status, detail = echo, instance = echo }),
        3 => Json(new { fault = new { faultstring = echo, detail = new { errorcode = echo } } }),
        4 => Json(echo),
        _ => Json(new { title = echo, detail = echo }),
    };

    /// <summary>Whether a write that was answered with that status may have taken effect.</summary>
    public static bool LeavesOpen(int status) => status is 499 or >= 500;

    private static GatewayPage Json(object body) => new("application/json", JsonSerializer.Serialize(body));
}
