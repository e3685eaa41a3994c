using System.Text.Encodings.Web;
using System.Text.Json;

namespace BillingClients.Wire.Tests.Comparison;

/// <summary>JSON as one line for each value: <c>customer.name: "Ada Lovelace"</c>. Empty objects and lists are values.</summary>
internal static class JsonLines
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal static IEnumerable<JsonLine> Of(JsonElement json, string path = "") => json.ValueKind switch
    {
        JsonValueKind.Object when json.EnumerateObject().Any() => json.EnumerateObject()
            .SelectMany(member => Of(member.Value, path.Length == 0 ? member.Name : $"{path}.{member.Name}")),
        JsonValueKind.Array when json.GetArrayLength() > 0 => json.EnumerateArray().SelectMany((item, index) => Of(item, $"{path}[{index}]")),
        _ => [new JsonLine(path.Length == 0 ? "(body)" : path, JsonSerializer.Serialize(json, Readable))],
    };

    /// <summary>The values of both beside each other, in the order of the expected ones; what is on one side only has nothing beside it.</summary>
    internal static IEnumerable<Row> Rows(IEnumerable<JsonLine> expected, IEnumerable<JsonLine> actual)
    {
        List<JsonLine> rest = [.. actual];
        foreach (JsonLine line in expected)
        {
            int place = rest.FindIndex(other => other.Path == line.Path);
            yield return Row.Of($"{line}", place < 0 ? null : $"{rest[place]}");
            if (place >= 0)
            {
                rest.RemoveAt(place);
            }
        }

        foreach (JsonLine line in rest)
        {
            yield return Row.Of(null, $"{line}");
        }
    }
}
