using System.Text.Json;
using BillingClients.Wire.Tests.Export;
using BillingClients.Wire.Tests.Mappings;

namespace BillingClients.Wire.Tests.Comparison;

/// <summary>A stub's request beside one that was sent: the line, the query, the headers, and each value of the body.</summary>
internal static class RequestComparison
{
    internal static IReadOnlyList<Row> Of(MappingRequest expected, SentRequest sent) =>
    [
        Row.Of($"{expected.Method} {expected.UrlPath}", $"{sent.Method} {sent.Path}"),
        .. Values(expected.QueryParameters, sent.Query, static (name, value) => $"?{name}={value}"),
        .. Values(expected.Headers, sent.Headers.Where(static header => !TransportHeaders.Contains(header.Name)), static (name, value) => $"{name}: {value}"),
        .. JsonLines.Rows((expected.BodyPatterns ?? []).SelectMany(static body => JsonLines.Of(body.EqualToJson)), BodyLines(sent.Body)),
    ];

    private static IEnumerable<Row> Values(
        IReadOnlyDictionary<string, ValuePattern>? patterns, IEnumerable<(string Name, string Value)> sent, Func<string, string, string> print)
    {
        List<(string Name, string Value)> rest = [.. sent];
        foreach ((string name, ValuePattern pattern) in patterns ?? new Dictionary<string, ValuePattern>())
        {
            int place = rest.FindIndex(each => each.Name == name);
            string? value = place < 0 ? null : rest[place].Value;
            if (place >= 0)
            {
                rest.RemoveAt(place);
            }

            yield return new Row(print(name, $"{pattern}"), value is null ? null : print(name, value), pattern.Accepts(value));
        }

        foreach ((string name, string value) in rest)
        {
            yield return new Row(null, print(name, value), IsSame: false);
        }
    }

    private static IEnumerable<JsonLine> BodyLines(string body)
    {
        if (body.Length == 0)
        {
            return [];
        }

        try
        {
            return JsonLines.Of(JsonElement.Parse(body));
        }
        catch (JsonException)
        {
            return [new JsonLine("(not JSON)", body)];
        }
    }
}
