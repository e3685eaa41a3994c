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
            Kind = code == "already_exists" ? ErrorKind.Conflict : ErrorKind.FromStatus,
            Code = code,
            Message = ErrorResponse.Text(ErrorResponse.Member(body, "message")) ?? ErrorResponse.Text(error) ?? response.PlainText,
            Fields = ReadFields(ErrorResponse.Member(body, "details")),
        };
    }

    private static FieldError[] ReadFields(JsonElement details) => details.ValueKind == JsonValueKind.Object
        ? [.. details.EnumerateObject().Select(static detail => new FieldError(detail.Name, ErrorResponse.Text(detail.Value) ?? detail.Value.GetRawText()))]
        : [];
}
