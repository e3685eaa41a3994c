using System.Text.Json;
using BillingClients.Providers;

namespace BillingClients;

/// <summary>
/// Reads Atlas's error bodies: the documentation's <c>{error:{type,code,message,param,request_id}}</c>, of which the server source sends
/// <c>{error:{code,message}}</c>, with <c>existing_customer_id</c> beside them for a taken e-mail address. A gateway in front of the server may send anything.
/// </summary>
internal static class AtlasErrors
{
    internal static ProviderError Read(ErrorResponse response)
    {
        JsonElement error = ErrorResponse.Member(response.Json, "error");
        JsonElement body = error.ValueKind == JsonValueKind.Object ? error : response.Json;
        string? code = Text(body, "code") ?? Text(body, "type");
        string? message = Text(body, "message") ?? ErrorResponse.Text(error) ?? response.PlainText;
        return new ProviderError
        {
            Kind = KindOf(response.StatusCode, Text(body, "type"), code, isAtlas: error.ValueKind == JsonValueKind.Object),
            Code = code,
            Message = message,
            RequestId = Text(body, "request_id"),
            ExistingId = Text(body, "existing_customer_id"),
            Fields = Text(body, "param") is { } field ? [new FieldError(field, message ?? string.Empty)] : [],
        };
    }

    // A taken e-mail address is a 400 there. So is a delete that subscriptions forbid: that request is valid, too, and conflicts with what is stored.
    // A 402 is a declined payment method: another one has to be sent. The gateway's own errors are not wrapped in an error object.
    private static ErrorKind KindOf(int status, string? type, string? code, bool isAtlas) => (type, code) switch
    {
        (_, "customer_exists" or "email_exists") => ErrorKind.KeyTaken,
        (_, "has_active_subscriptions") => ErrorKind.Conflict,
        (_, "idempotency_key_in_use") => ErrorKind.InProgress,
        ("idempotency_error", _) => ErrorKind.IdempotencyKeyReused,
        _ when status == 402 => ErrorKind.Validation,
        _ when status is 404 or 409 && !isAtlas => ErrorKind.Gateway,
        _ => ErrorKind.FromStatus,
    };

    private static string? Text(JsonElement body, string name) => ErrorResponse.Text(ErrorResponse.Member(body, name));
}
