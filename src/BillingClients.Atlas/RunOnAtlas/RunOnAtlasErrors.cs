using System.Text.Json;
using BillingClients.Providers;

namespace BillingClients;

/// <summary>
/// Reads RunOnAtlas's error bodies. None is documented: its own client reads <c>{message}</c>, else <c>{error}</c>, and so does this; an <c>error</c> that is
/// an object is read in the same way.
/// </summary>
internal static class RunOnAtlasErrors
{
    internal static ProviderError Read(ErrorResponse response)
    {
        JsonElement error = ErrorResponse.Member(response.Json, "error");
        JsonElement body = error.ValueKind == JsonValueKind.Object ? error : response.Json;
        return new ProviderError
        {
            Code = ErrorResponse.Text(ErrorResponse.Member(body, "code")),
            Message = ErrorResponse.Text(ErrorResponse.Member(body, "message")) ?? ErrorResponse.Text(error) ?? response.PlainText,
        };
    }
}
