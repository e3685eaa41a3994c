using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace BillingClients.Testing;

internal static class JsonText
{
    // Providers send letters outside ASCII as they are; only what lies beyond the basic plane stays escaped here.
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static ReadOnlyMemory<byte> ToUtf8(this JsonNode node)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Plain))
        {
            node.WriteTo(writer);
        }

        return buffer.WrittenMemory;
    }

    public static string ToText(this JsonNode node) => Encoding.UTF8.GetString(node.ToUtf8().Span);

    public static SimulatedAnswer Answer(this JsonNode node, int status) => SimulatedAnswer.Json(status, node.ToUtf8());

    public static JsonObject FromMap(IEnumerable<KeyValuePair<string, string>> map)
    {
        var json = new JsonObject();
        foreach (KeyValuePair<string, string> pair in map)
        {
            json[pair.Key] = pair.Value;
        }

        return json;
    }
}
