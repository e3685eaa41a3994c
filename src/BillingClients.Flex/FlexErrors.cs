using System.Text.Json;
using BillingClients.Providers;

namespace BillingClients;

/// <summary>
/// Reads Flex's error bodies: <c>{error:{code,message}}</c> of its documents; <c>{detail:[{loc,msg,type}]}</c>, <c>{detail:"…"}</c> and <c>{message}</c> of
/// its plugin's tests.
/// </summary>
internal static class FlexErrors
{
    internal static ProviderError Read(ErrorResponse response)
    {
        JsonElement error = ErrorResponse.Member(response.Json, "error");
        JsonElement detail = ErrorResponse.Member(response.Json, "detail");
        JsonElement first = detail.ValueKind == JsonValueKind.Array ? detail.EnumerateArray().FirstOrDefault() : default;
        return new ProviderError
        {
            Code = ErrorResponse.Text(ErrorResponse.Member(error, "code")) ?? ErrorResponse.Text(ErrorResponse.Member(first, "type")) ?? CodeIn(detail),
            Message = ErrorResponse.Text(ErrorResponse.Member(error, "message"))
                ?? ErrorResponse.Text(ErrorResponse.Member(first, "msg"))
                ?? ErrorResponse.Text(ErrorResponse.Member(response.Json, "message"))
                ?? ErrorResponse.Text(detail)
                ?? ErrorResponse.Text(error)
                ?? response.PlainText,
            Fields = ReadFields(detail),
        };
    }

    // "not_found" is code and words at once; "Not Found" is words only.
    private static string? CodeIn(JsonElement detail) =>
        ErrorResponse.Text(detail) is { } text && text.All(static c => char.IsAsciiLetterOrDigit(c) || c == '_') ? text : null;

    private static FieldError[] ReadFields(JsonElement detail) => detail.ValueKind == JsonValueKind.Array
        ? [.. detail.EnumerateArray().Select(ReadField)]
        : [];

    private static FieldError ReadField(JsonElement item) =>
        new(PathOf(ErrorResponse.Member(item, "loc")), ErrorResponse.Text(ErrorResponse.Member(item, "msg")) ?? item.GetRawText());

    private static string PathOf(JsonElement location) => location.ValueKind == JsonValueKind.Array
        ? string.Join('.', location.EnumerateArray().Select(ErrorResponse.Text))
        : ErrorResponse.Text(location) ?? string.Empty;
}
