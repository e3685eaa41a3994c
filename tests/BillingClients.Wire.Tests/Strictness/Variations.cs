using System.Text.Json.Nodes;

namespace BillingClients.Wire.Tests.Strictness;

/// <summary>Copies of a request, each with one thing wrong.</summary>
internal static class Variations
{
    internal static IEnumerable<(string What, RawRequest Request)> Of(RawRequest right) =>
    [
        ("another verb", right with { Method = right.Method == "PUT" ? "POST" : "PUT" }),
        ("a slash at the end of the path", right with { Path = $"{right.Path}/" }),
        ("the path in upper case", right with { Path = right.Path.ToUpperInvariant() }),
        .. OfPairs("query parameter", right.Query, pairs => right with { Query = pairs }),
        ("one more query parameter", right with { Query = [.. right.Query, ("extra", "1")] }),
        .. OfPairs("header", right.Headers, pairs => right with { Headers = pairs }),
        .. right.Body is null
            ? [("a body", right with { Body = "{}" })]
            : OfBody(right.Body).Select(changed => (changed.What, right with { Body = changed.Body })),
    ];

    private static IEnumerable<(string What, RawRequest Request)> OfPairs(
        string kind, IReadOnlyList<(string Name, string Value)> right, Func<IReadOnlyList<(string Name, string Value)>, RawRequest> with)
    {
        foreach ((int place, (string name, string value)) in right.Index())
        {
            (string Name, string Value)[] others = [.. right.Where((_, index) => index != place)];
            yield return ($"{kind} {name} is missing", with(others));
            yield return ($"{kind} {name} with blanks in it", with([.. others, (name, $"Bearer {value} x")]));
            yield return ($"{kind} {name} is there twice", with([.. right, (name, value)]));
            if (value.Any(char.IsAsciiLetterLower))
            {
                yield return ($"{kind} {name} in upper case", with([.. others, (name, value.ToUpperInvariant())]));
            }
        }
    }

    private static IEnumerable<(string What, string Body)> OfBody(string right)
    {
        string[] names = [.. Members(JsonNode.Parse(right)!).Select(static member => member.Name)];
        yield return ("no JSON", $"{right}}}");
        yield return ("no body", "");
        yield return ("one more member", $$"""{"extra":1{{(names.Length == 0 ? "" : ",")}}{{right.TrimStart()[1..]}}""");
        if (names.Length > 0)
        {
            yield return ($"{names[0]} is there twice", $$"""{"{{names[0]}}":0,{{right.TrimStart()[1..]}}""");
        }

        for (int place = 0; place < names.Length; place++)
        {
            yield return Changed(right, place, "is missing", static (parent, name) => parent.Remove(name));
            yield return Changed(right, place, "has another value", static (parent, name) => parent[name] = "another value");
            yield return Changed(right, place, "is null, or empty", static (parent, name) => parent[name] = parent[name] is null ? "" : null);
            yield return Changed(right, place, "has a neighbour", static (parent, name) => parent[$"{name}2"] = null);
            yield return Changed(right, place, "is called otherwise", static (parent, name) =>
            {
                parent[name.ToUpperInvariant()] = parent[name]?.DeepClone();
                parent.Remove(name);
            });
        }
    }

    private static (string What, string Body) Changed(string right, int place, string what, Action<JsonObject, string> change)
    {
        JsonNode body = JsonNode.Parse(right)!;
        (JsonObject parent, string name) = Members(body).ElementAt(place);
        change(parent, name);
        return ($"{name} {what}", body.ToJsonString());
    }

    private static IEnumerable<(JsonObject Parent, string Name)> Members(JsonNode node) => node switch
    {
        JsonObject parent => parent.ToArray().SelectMany(member => (member.Value is { } value ? Members(value) : []).Prepend((parent, member.Key))),
        JsonArray list => list.OfType<JsonNode>().SelectMany(Members),
        _ => [],
    };
}
