using System.Globalization;
using System.Text.Json;

namespace BillingClients.Providers;

/// <summary>
/// Writes JSON that was kept as it came. It may contain half of a surrogate pair, which is read only when it is written. The serializer would throw then; here,
/// the half becomes U+FFFD, as it does in the texts of .NET.
/// </summary>
internal static class KeptJson
{
    private const string Replacement = "fffd";
    private const int Digits = 4;

    internal static void Write(Utf8JsonWriter writer, JsonElement value)
    {
        if (value.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null || value.GetRawText() is var json && !json.Contains("\\u", StringComparison.Ordinal))
        {
            value.WriteTo(writer);
            return;
        }

        using JsonDocument whole = JsonDocument.Parse(WithoutHalves(json));
        whole.RootElement.WriteTo(writer);
    }

    private static char[] WithoutHalves(string json)
    {
        char[] whole = json.ToCharArray();
        for (int i = 0; i < whole.Length; i++)
        {
            // A backslash and the character after it belong together.
            if (whole[i] == '\\' && whole[++i] == 'u')
            {
                i += ReplaceHalf(whole.AsSpan(i + 1));
            }
        }

        return whole;
    }

    /// <summary>Replaces an escaped character if it is half of a pair.</summary>
    /// <param name="escape">The four digits, and what follows.</param>
    /// <returns>The length of the character, or of the pair.</returns>
    private static int ReplaceHalf(Span<char> escape)
    {
        char first = CharacterOf(escape);
        if (char.IsHighSurrogate(first) && escape[Digits..].StartsWith("\\u") && char.IsLowSurrogate(CharacterOf(escape[(Digits + 2)..])))
        {
            return Digits + 2 + Digits;
        }

        if (char.IsSurrogate(first))
        {
            Replacement.CopyTo(escape);
        }

        return Digits;
    }

    private static char CharacterOf(ReadOnlySpan<char> digits) => (char)ushort.Parse(digits[..Digits], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
