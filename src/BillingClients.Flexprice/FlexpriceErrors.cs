using System.Text.Json;
using BillingClients.Providers;

namespace BillingClients;

/// <summary>
/// Reads Flexprice's error bodies: <c>{code,message,details}</c>; the middleware's <c>{error}</c> and <c>{message}</c>; and, of servers before April 2026,
/// <c>{success,error:{message,internal_error,details}}</c>.
/// </summary>
internal static class FlexpriceErrors
{
    internal static ProviderError Read(ErrorResponse response)
    {
        JsonElement error = ErrorResponse.Member(response.Json, "error");
        JsonElement body = error.ValueKind == JsonValueKind.Object ? error : response.Json;
        string? code = ErrorResponse.Text(ErrorResponse.Member(body, "code"));
        return new ProviderError
        {
            Kind = KindOf(response.StatusCode, code, isOlder: error.ValueKind == JsonValueKind.Object),
            Code = code,
            Message = ErrorResponse.Text(ErrorResponse.Member(body, "message")) ?? ErrorResponse.Text(error) ?? response.PlainText,
            Fields = ReadFields(ErrorResponse.Member(body, "details")),
        };
    }

    // Flexprice's errors about a customer have a code, or the shape of older servers. The errors of its middleware and of gateways have neither.
    private static ErrorKind KindOf(int status, string? code, bool isOlder) => code switch
    {
        "already_exists" => ErrorKind.KeyTaken,
        "version_conflict" => ErrorKind.ConcurrentChange,
        null when status is 404 or 409 && !isOlder => ErrorKind.Gateway,
        _ => ErrorKind.FromStatus,
    };

    private static FieldError[] ReadFields(JsonElement details) => details.ValueKind == JsonValueKind.Object
        ? [.. details.EnumerateObject().Select(static detail => new FieldError(detail.Name, ErrorResponse.Text(detail.Value) ?? detail.Value.GetRawText()))]
        : [];
}
