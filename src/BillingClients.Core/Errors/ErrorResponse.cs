using System.Diagnostics;
using System.Text.Json;

namespace BillingClients.Providers;

/// <summary>An answer that is not a success, as a provider's error reader sees it. For writing a provider.</summary>
[DebuggerDisplay("{StatusCode}")]
public sealed class ErrorResponse
{
    private const char ByteOrderMark = '\uFEFF';

    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <summary>Wraps an answer.</summary>
    /// <param name="statusCode">The HTTP status.</param>
    /// <param name="body">The body, or its start; empty for none.</param>
    public ErrorResponse(int statusCode, string body)
    {
        StatusCode = statusCode;
        Body = body;
        Json = Parse(body);
        IsProblemDetails = AreProblemDetails(Json);
    }

    /// <summary>The HTTP status.</summary>
    public int StatusCode { get; }

    /// <summary>The body, or its start; empty for none.</summary>
    public string Body { get; }

    /// <summary>The body as JSON; of kind <see cref="JsonValueKind.Undefined"/> when it is not.</summary>
    public JsonElement Json { get; }

    /// <summary>A body that is not JSON and not HTML: some gateways and providers answer in plain words. Null otherwise.</summary>
    public string? PlainText
    {
        get
        {
            string text = Body.Trim().TrimStart(ByteOrderMark);
            return Json.ValueKind != JsonValueKind.Undefined || text.Length == 0 || text[0] == '<' ? null : text;
        }
    }

    /// <summary>
    /// Whether the body is problem details (RFC 9457). Gateways and content delivery networks write these; the five providers do not. Their <c>detail</c> may
    /// look like a provider's message.
    /// </summary>
    internal bool IsProblemDetails { get; }

    /// <summary>
    /// The member of an object; of kind <see cref="JsonValueKind.Undefined"/> when there is none or <paramref name="parent"/> is not an object.
    /// </summary>
    public static JsonElement Member(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out JsonElement member) ? member : default;

    /// <summary>A text, or the digits of a number; null for everything else.</summary>
    public static string? Text(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => WireJson.Text(element),
        JsonValueKind.Number => element.GetRawText(),
        _ => null,
    };

    // All members are optional, and the providers' errors have no title.
    private static bool AreProblemDetails(JsonElement json)
    {
        try
        {
            return Member(json, "title").ValueKind == JsonValueKind.String
                && (Member(json, "status").ValueKind == JsonValueKind.Number
                    || Member(json, "type").ValueKind == JsonValueKind.String
                    || Member(json, "detail").ValueKind == JsonValueKind.String);
        }
        catch (InvalidOperationException)
        {
            // The name of a member contains half of a surrogate pair.
            return false;
        }
    }

    private static JsonElement Parse(string body)
    {
        if (string.IsNullOrWhiteSpace(body))
        {
            return default;
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(body.AsMemory().TrimStart(ByteOrderMark), Lenient);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            // Not JSON: the body stays available as text.
            return default;
        }
    }
}
