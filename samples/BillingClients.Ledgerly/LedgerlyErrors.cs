using System.Text.Json;
using BillingClients.Providers;

namespace BillingClients;

/// <summary>Reads Ledgerly's error bodies: <c>{error:{code,text,field,customer}}</c>.</summary>
internal static class LedgerlyErrors
{
    internal static ProviderError Read(ErrorResponse response)
    {
        JsonElement error = ErrorResponse.Member(response.Json, "error");
        string? text = ErrorResponse.Text(ErrorResponse.Member(error, "text"));
        return new ProviderError
        {
            Code = ErrorResponse.Text(ErrorResponse.Member(error, "code")),
            Message = text ?? response.PlainText,
            ExistingId = ErrorResponse.Text(ErrorResponse.Member(error, "customer")),
            Fields = ErrorResponse.Text(ErrorResponse.Member(error, "field")) is { } field ? [new FieldError(field, text ?? string.Empty)] : [],
        };
    }
}
