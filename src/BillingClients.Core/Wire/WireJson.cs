using System.Text.Json;

namespace BillingClients.Providers;

/// <summary>Reads JSON without trusting it.</summary>
internal static class WireJson
{
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
