using System.Text.Json;

namespace BillingClients.Providers;

/// <summary>Reads JSON without trusting it.</summary>
internal static class WireJson
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>The bytes after the byte order mark that some servers put before JSON.</summary>
    internal static ReadOnlySpan<byte> WithoutByteOrderMark(ReadOnlySpan<byte> json) => json.StartsWith(ByteOrderMark) ? json[ByteOrderMark.Length..] : json;

    /// <summary>The text of a JSON string; its raw form when it holds an unpaired surrogate, which no .NET decoder takes.</summary>
    internal static string Text(JsonElement element)
    {
        try
        {
            return element.GetString() ?? string.Empty;
        }
        catch (InvalidOperationException)
        {
            return element.GetRawText();
        }
    }
}
