using System.Text.Json;
using BillingClients.Providers;

namespace BillingClients;

/// <summary>
/// Reads Flowglad's error bodies: <c>{error,code,request_id}</c>, where <c>error</c> is a text or an array of issues; the documented
/// <c>{message,code,issues}</c>; and plain text, as every 401 is.
/// </summary>
/// <remarks>
/// A rate-limited key is a 401 like a wrong one, and nothing that is documented tells the two apart: both are
/// <see cref="BillingAuthenticationException"/>, with Flowglad's words in <see cref="BillingException.ProviderMessage"/>.
/// </remarks>
internal static class FlowgladErrors
{
    internal static ProviderError Read(ErrorResponse response)
    {
        JsonElement error = ErrorResponse.Member(response.Json, "error");
        string? code = ErrorResponse.Text(ErrorResponse.Member(response.Json, "code"));
        FieldError[] fields = ReadIssues(error.ValueKind == JsonValueKind.Array ? error : ErrorResponse.Member(response.Json, "issues"));
        return new ProviderError
        {
            Kind = KindOf(response, code),
            Code = code,
            Message = ErrorResponse.Text(error) ?? ErrorResponse.Text(ErrorResponse.Member(response.Json, "message")) ?? Join(fields) ?? response.PlainText,
            RequestId = ErrorResponse.Text(ErrorResponse.Member(response.Json, "request_id")),
            Fields = fields,
        };
    }

    // The error for a missing customer has a code. For an unknown path, the server answers with the text "Not Found", which says nothing about a customer.
    private static ErrorKind KindOf(ErrorResponse response, string? code) => code switch
    {
        "CONFLICT" => ErrorKind.KeyTaken,
        null when response.StatusCode == 404 => ErrorKind.Gateway,
        _ => ErrorKind.FromStatus,
    };

    private static FieldError[] ReadIssues(JsonElement issues) => issues.ValueKind == JsonValueKind.Array
        ? [.. issues.EnumerateArray().Select(static issue => new FieldError(
            PathOf(ErrorResponse.Member(issue, "path")),
            ErrorResponse.Text(ErrorResponse.Member(issue, "message")) ?? ErrorResponse.Text(issue) ?? issue.GetRawText()))]
        : [];

    // The documents also show issues without a path; those are of the whole request.
    private static string PathOf(JsonElement path) => path.ValueKind == JsonValueKind.Array
        ? string.Join('.', path.EnumerateArray().Select(static part => ErrorResponse.Text(part) ?? part.GetRawText()))
        : ErrorResponse.Text(path) ?? string.Empty;

    private static string? Join(FieldError[] fields) => fields.Length == 0 ? null : string.Join("; ", fields.Select(static field => field.Message));
}
