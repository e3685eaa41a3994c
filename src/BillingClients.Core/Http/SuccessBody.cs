using System.Text.Json;

namespace BillingClients.Providers;

/// <summary>Inspects the body of an answer whose status is a success, before it is deserialised. Pure.</summary>
internal static class SuccessBody
{
    /// <summary>Whether the body is not what a provider sends: a login page, for instance, or the words of a gateway. An empty body and null pass.</summary>
    internal static bool IsForeign(ReadOnlySpan<byte> body)
    {
        ReadOnlySpan<byte> text = WireJson.WithoutByteOrderMark(body).TrimStart(" \t\r\n"u8);
        return !text.IsEmpty && text[0] is not ((byte)'{' or (byte)'[') && !text.StartsWith("null"u8);
    }

    /// <summary>Whether the body may be an error. A cheap test, which is also true for some bodies that are not errors.</summary>
    internal static bool MayBeError(ReadOnlySpan<byte> body) => body.IndexOf("\"error\""u8) >= 0 || body.IndexOf("\"success\""u8) >= 0;

    /// <summary>Whether the body is an error: its <c>success</c> is false, or it has an <c>error</c> that is not empty and no <c>id</c>.</summary>
    internal static bool IsError(JsonElement body)
    {
        try
        {
            return ErrorResponse.Member(body, "success").ValueKind == JsonValueKind.False
                || (!IsNothing(ErrorResponse.Member(body, "error")) && ErrorResponse.Member(body, "id").ValueKind == JsonValueKind.Undefined);
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair in a name. Reading the body as what was asked for will say so.
            return false;
        }
    }

    private static bool IsNothing(JsonElement error) => error.ValueKind switch
    {
        JsonValueKind.String => WireJson.Text(error).Length == 0,
        JsonValueKind.Object => !error.EnumerateObject().Any(),
        JsonValueKind.Array => error.GetArrayLength() == 0,
        JsonValueKind.True or JsonValueKind.Number => false,
        _ => true,
    };
}
