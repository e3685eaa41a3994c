using System.Text.Json;
using System.Text.Json.Nodes;

namespace BillingClients.Testing;

/// <summary>Failed validations, in the words of the validator that the server uses, and in the order of its schema.</summary>
internal sealed class FlowgladIssues
{
    private readonly JsonArray _issues = [];

    public bool Any => _issues.Count > 0;

    /// <summary>What is wrong, on one line, for the journal.</summary>
    public string Summary => string.Join("; ", _issues.Select(issue => $"{string.Join('.', issue!["path"]!.AsArray())}: {issue["message"]}"));

    public JsonArray ToJson() => _issues.DeepClone().AsArray();

    public void WrongType(string expected, JsonElement? received, params string[] path) => Add(
        new JsonObject { ["expected"] = expected, ["code"] = "invalid_type" },
        path,
        $"Invalid input: expected {expected}, received {NameOf(received)}");

    public void NotANumber(string name) => Add(
        new JsonObject { ["expected"] = "number", ["code"] = "invalid_type", ["received"] = "NaN" },
        [name],
        "Invalid input: expected number, received NaN");

    public void NotAnInteger(string name) => Add(
        new JsonObject { ["expected"] = "int", ["format"] = "safeint", ["code"] = "invalid_type" },
        [name],
        "Invalid input: expected int, received number");

    public void TooSmall(string name, int minimum) => Add(
        new JsonObject { ["origin"] = "number", ["code"] = "too_small", ["minimum"] = minimum, ["inclusive"] = true },
        [name],
        $"Too small: expected number to be >={minimum}");

    public void TooBig(string name, int maximum) => Add(
        new JsonObject { ["origin"] = "number", ["code"] = "too_big", ["maximum"] = maximum, ["inclusive"] = true },
        [name],
        $"Too big: expected number to be <={maximum}");

    private static string NameOf(JsonElement? received) => received?.ValueKind switch
    {
        null or JsonValueKind.Undefined => "undefined",
        JsonValueKind.Null => "null",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        JsonValueKind.Number => "number",
        JsonValueKind.String => "string",
        JsonValueKind.Array => "array",
        _ => "object",
    };

    private void Add(JsonObject issue, string[] path, string message)
    {
        issue["path"] = new JsonArray([.. path.Select(part => JsonValue.Create(part))]);
        issue["message"] = message;
        _issues.Add((JsonNode)issue);
    }
}
