using System.Globalization;
using System.Text.Json.Nodes;

namespace BillingClients.Testing;

/// <summary>How Flowglad writes a moment: milliseconds now, ISO 8601 before October 2025.</summary>
internal static class FlowgladMoment
{
    public static JsonValue Of(DateTimeOffset time, FlowgladResponseShape shape) => shape == FlowgladResponseShape.Older
        ? JsonValue.Create(time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture))
        : JsonValue.Create(time.ToUnixTimeMilliseconds());
}
