using System.Text.Json;
using BillingClients.Wire.Tests.Mappings;

namespace BillingClients.Wire.Tests.Comparison;

/// <summary>Whether one request could match two stubs, given that WireMock ignores headers and parameters that a stub does not name.</summary>
internal static class Overlap
{
    internal static bool Of(MappingRequest first, MappingRequest second) =>
        first.Method == second.Method
        && first.UrlPath == second.UrlPath
        && Of(first.QueryParameters, second.QueryParameters)
        && Of(first.Headers, second.Headers)
        && (first.BodyPatterns ?? []).All(one => (second.BodyPatterns ?? []).All(other => JsonElement.DeepEquals(one.EqualToJson, other.EqualToJson)));

    private static bool Of(IReadOnlyDictionary<string, ValuePattern>? first, IReadOnlyDictionary<string, ValuePattern>? second) =>
        first is null || second is null || first.All(pair => !second.TryGetValue(pair.Key, out ValuePattern? other) || Of(pair.Value, other));

    private static bool Of(ValuePattern first, ValuePattern second) => (first, second) switch
    {
        ({ Absent: true }, _) or (_, { Absent: true }) => first == second,
        ({ EqualTo: { } text }, _) => second.Accepts(text),
        (_, { EqualTo: { } text }) => first.Accepts(text),
        _ => true,
    };
}
