using System.Text.Json;

namespace BillingClients.Providers;

/// <summary>Looks at the body of an answer with the status of a success, before it is read as what was asked for. Pure.</summary>
internal static class SuccessBody
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>Whether the body cannot be JSON: a login page, for instance. An empty body can.</summary>
    internal static bool IsForeign(ReadOnlySpan<byte> body)
    {
        ReadOnlySpan<byte> text = (body.StartsWith(ByteOrderMark) ? body[ByteOrderMark.Length..] : body).TrimStart(" \t\r\n"u8);
        return !text.IsEmpty && text[0] is not ((byte)'{' or (byte)'[' or (byte)'"' or (byte)'-' or (byte)'t' or (byte)'f' or (byte)'n' or (>= (byte)'0' and <= (byte)'9'));
    }

    /// <summary>Whether the body may be an error: cheap, and true for some bodies that are none.</summary>
    internal static bool MayBeError(ReadOnlySpan<byte> body) => body.IndexOf("\"error\""u8) >= 0 || body.IndexOf("\"success\""u8) >= 0;

    /// <summary>Whether the body is an error: it says that it has no success, or it has an error and no id.</summary>
    internal static bool IsError(JsonElement body) =>
        ErrorResponse.Member(body, "success").ValueKind == JsonValueKind.False
        || (ErrorResponse.Member(body, "error").ValueKind is JsonValueKind.Object or JsonValueKind.Array or JsonValueKind.String
            && ErrorResponse.Member(body, "id").ValueKind == JsonValueKind.Undefined);
}
