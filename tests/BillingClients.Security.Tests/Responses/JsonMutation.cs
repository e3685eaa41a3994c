using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using BillingClients.Security.Tests.Fixtures;

namespace BillingClients.Security.Tests.Responses;

/// <summary>Changes a JSON text in one place: what it holds there, or its very grammar.</summary>
internal static class JsonMutation
{
    // Takes the place of a value until the text is written; then it becomes what no writer of JSON would write.
    private const string Hole = "hole-1815";

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly string[] Values =
    [
        "null", "true", "false", "0", "-1", "1.5", "1e400", "-1e400", "1E-400", "9223372036854775807", "9223372036854775808", "79228162514264337593543950336", "253402300800",
        "-62135596801", "253402300799999", "\"\"", "\" \"", "\"text\"", "\"0\"", "\"true\"", "\"null\"", "\"NaN\"", "\"1e400\"", "\"2024-02-30T25:00:00Z\"",
        "\"9999-12-31T23:59:59.9999999-14:00\"", "\"0001-01-01T00:00:00+14:00\"", "\"2024-01-01\"", "\"\\ud800\"", "\"\\udc00\\ud800\"", "\"\\ud83d\\ude00\"", "\"\\q\"", "\"\\u12\"",
        "\"\\u0000\"", "\"c1\\n2026 [CRIT] forged\"", "\"\\u001b[31mc1\"", "\"c1\\u0085\\u2028\"", "\"\\u202etxt.c1\"", "\"c1\\u200b\\ufeff\"", "\"\t\"", "\"\u2028\"", "'a'", "NaN", "-Infinity", "undefined", "01", ".5", "+1", "0x10", "[]", "[null]", "[[]]", "[1,\"a\",{}]", "{}", "{\"\":1}", "{\"id\":null}", "[{}]",
        "{\"\\ud800\":1}", "{\"a\":\"\\ud800\"}", "{\"a\":{\"b\":[1]}}", "\"{}\"", "\"[]\"", "\"{\\\"a\\\":1}\"", "\"{\\\"a\\\":\"", "\"..\"", "\"/\"", "", ",", "}", "]", "/* */1", "1,2", "1 2",
    ];

    private static readonly string[] Names = ["id", "data", "customer", "error", "code", "message", "detail", "object", "", "__proto__", "$id", "$ref", "$type", "\u00e9", "ID", "metadata"];

    /// <summary>The changed text, and what was done to it; null when there is no JSON to change.</summary>
    public static (byte[] Json, string What)? Apply(byte[] json, Random random)
    {
        try
        {
            return Apply(NodesOf(json), random);
        }
        catch (Exception broken) when (broken is JsonException or ArgumentException or InvalidOperationException)
        {
            // An earlier mutation has left nothing that can be taken apart: broken grammar, a name that is there twice, text that is no Unicode.
            return null;
        }
    }

    /// <summary>The members of every object in a JSON text, each with the text without it; none in an empty text.</summary>
    public static IEnumerable<(string Member, byte[] Json)> WithoutEach(byte[] json)
    {
        int count = json.Length == 0 ? 0 : NodesOf(json).Count;
        for (int i = 0; i < count; i++)
        {
            List<JsonNode> copy = NodesOf(json);
            if (copy[i].Parent is JsonObject parent)
            {
                string path = copy[i].GetPath();
                parent.Remove(copy[i].GetPropertyName());
                yield return (path, Encoding.UTF8.GetBytes(copy[0].ToJsonString(Plain)));
            }
        }
    }

    /// <summary>The text with the same JSON in every place: instead of each value, and as one more member of each object.</summary>
    public static IEnumerable<(byte[] Json, string What)> Everywhere(byte[] json, string raw)
    {
        int count = json.Length == 0 ? 0 : NodesOf(json).Count;
        for (int i = 0; i < count; i++)
        {
            List<JsonNode> copy = NodesOf(json);
            if (copy[i] is JsonObject host)
            {
                yield return Fill(copy[0], Added(host, "unknown"), raw, "one more");
            }

            copy = NodesOf(json);
            yield return Fill(copy[0], copy[i], raw, "another value");
        }
    }

    private static (byte[], string) Apply(List<JsonNode> nodes, Random random)
    {
        JsonNode root = nodes[0];
        JsonNode target = random.Pick(nodes);
        return random.Next(8) switch
        {
            0 when target.Parent is JsonObject parent => Drop(root, parent, target),
            1 when target.Parent is JsonObject parent => Rename(root, parent, target, random.Pick(Names)),
            2 when target.Parent is JsonObject => Fill(root, target, $"{target.ToJsonString(Plain)},{JsonSerializer.Serialize(target.GetPropertyName(), Plain)}:{random.Pick(Values)}", "a second time"),
            3 when target is JsonObject host => Fill(root, Added(host, random.Pick(Names)), Drawn(random), "one more"),
            4 => Fill(root, target, random.Pick(nodes).ToJsonString(Plain), "another's value"),
            _ => Fill(root, target, Drawn(random), "another value"),
        };
    }

    // The root first.
    private static List<JsonNode> NodesOf(byte[] json)
    {
        List<JsonNode> nodes = [JsonNode.Parse(json) ?? throw new JsonException("null")];
        for (int i = 0; i < nodes.Count; i++)
        {
            nodes.AddRange(ChildrenOf(nodes[i]).OfType<JsonNode>());
        }

        return nodes;
    }

    private static IEnumerable<JsonNode?> ChildrenOf(JsonNode node) => node switch
    {
        JsonObject members => members.Select(static member => member.Value),
        JsonArray items => items,
        _ => [],
    };

    private static (byte[], string) Drop(JsonNode root, JsonObject parent, JsonNode target)
    {
        string path = target.GetPath();
        parent.Remove(target.GetPropertyName());
        return (Encoding.UTF8.GetBytes(root.ToJsonString(Plain)), $"without {path}");
    }

    private static (byte[], string) Rename(JsonNode root, JsonObject parent, JsonNode target, string name)
    {
        string path = target.GetPath();
        parent.Remove(target.GetPropertyName());
        parent[name] = target;
        return (Encoding.UTF8.GetBytes(root.ToJsonString(Plain)), $"{path} renamed to '{name}'");
    }

    private static JsonNode Added(JsonObject host, string name)
    {
        host[name] = "";
        return host[name]!;
    }

    private static (byte[], string) Fill(JsonNode root, JsonNode target, string raw, string how)
    {
        string path = target.GetPath();
        string text = raw;
        if (target != root)
        {
            target.ReplaceWith(Hole);
            text = root.ToJsonString(Plain).Replace($"\"{Hole}\"", raw, StringComparison.Ordinal);
        }

        return (Encoding.UTF8.GetBytes(text), $"{path} is {how}: {Fuzz.Show(raw)}");
    }

    private static string Drawn(Random random)
    {
        int size = 1 << random.Next(17);
        return random.Next(24) switch
        {
            0 => $"{new string('[', size)}{new string(']', size)}",
            1 => $"{string.Concat(Enumerable.Repeat("{\"a\":", Math.Min(size, 8192)))}1{new string('}', Math.Min(size, 8192))}",
            2 => $"\"{new string('x', size)}\"",
            3 => new string('9', size),
            4 => $"[{string.Join(',', Enumerable.Repeat("{}", Math.Min(size, 8192)))}]",
            5 => $"\"{string.Concat(Enumerable.Repeat("\\u0041", Math.Min(size, 8192)))}\"",
            _ => random.Pick(Values),
        };
    }
}
