using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace BillingClients.Testing;

/// <summary>Where a page starts: base64 of JSON that names the last customer of the page before. Opaque to clients.</summary>
internal sealed record FlowgladCursor(string Id)
{
    public static string After(FlowgladCustomer customer) => Convert.ToBase64String(new JsonObject
    {
        ["parameters"] = new JsonObject(),
        ["createdAt"] = customer.CreatedAt.ToUnixTimeMilliseconds(),
        ["id"] = customer.Id,
        ["direction"] = "forward",
    }.ToUtf8().Span);

    /// <summary>The cursor of a text; null when the text is none.</summary>
    public static FlowgladCursor? Read(string text)
    {
        try
        {
            using JsonDocument json = JsonDocument.Parse(Encoding.UTF8.GetString(Convert.FromBase64String(text)));
            return new JsonFields(json.RootElement).Text("id") is { Length: > 0 } id ? new FlowgladCursor(id) : null;
        }
        catch (Exception exception) when (exception is FormatException or JsonException)
        {
            return null;
        }
    }
}
