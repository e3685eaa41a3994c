using System.Text.Json;
using System.Text.RegularExpressions;
using BillingClients.Testing;
using BillingClients.Wire.Tests.Mappings;
using BillingClients.Wire.Tests.Scenarios;
using BillingClients.Wire.Tests.Stages;

namespace BillingClients.Wire.Tests.Export;

/// <summary>Makes mapping files of what the simulator received and answered.</summary>
internal static class Exporter
{
    // These two headers are regular expressions: a client in another language may leave the charset out, WireMock writes it in capitals, and generated keys
    // are random.
    private const string JsonContentType = "application/json(; ?charset=(utf|UTF)-8)?";
    private const string AnyIdempotencyKey = "[!-~]{1,255}";

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>The files of a scenario by the names of its operations: <c>create</c>, <c>get</c> and so on.</summary>
    internal static IReadOnlyDictionary<string, MappingFile> Export(Scenario scenario, IReadOnlyList<Exchange> exchanges)
    {
        ILookup<string, string> queryNames = exchanges
            .SelectMany(static exchange => QueryOf(exchange.Request), static (exchange, pair) => (Endpoint: EndpointOf(exchange.Request), pair.Name))
            .ToLookup(static each => each.Endpoint, static each => each.Name);
        return exchanges.GroupBy(static exchange => exchange.Call.FileName).ToDictionary(
            static file => file.Key,
            file => new MappingFile([.. file.Select(exchange => Export(scenario, exchange, queryNames[EndpointOf(exchange.Request)]))]));
    }

    private static Mapping Export(Scenario scenario, Exchange exchange, IEnumerable<string> queryNames) => new()
    {
        Name = exchange.StubName,
        Request = new MappingRequest
        {
            Method = exchange.Request.Method,
            UrlPath = scenario.BasePath + exchange.Request.Path,
            QueryParameters = NullIfEmpty(Query(exchange.Request, queryNames)),
            Headers = NullIfEmpty(Headers(exchange.Request)),
            BodyPatterns = exchange.Request.Body.IsEmpty ? null : [new BodyPattern { EqualToJson = ParseJson(exchange.Request.Body) }],
        },
        Response = Response(exchange.Request.Answer!),
    };

    // Marks the endpoint's other query parameters as absent: WireMock ignores parameters that a stub does not name.
    private static Dictionary<string, ValuePattern> Query(JournalEntry request, IEnumerable<string> queryNames)
    {
        Dictionary<string, ValuePattern> query = [];
        foreach ((string name, string value) in QueryOf(request))
        {
            query.Add(name, new ValuePattern { EqualTo = value });
        }

        foreach (string name in queryNames.Order(StringComparer.Ordinal))
        {
            query.TryAdd(name, new ValuePattern { Absent = true });
        }

        return query;
    }

    private static Dictionary<string, ValuePattern> Headers(JournalEntry request) => request.Headers
        .Where(static header => !TransportHeaders.Contains(header.Key))
        .OrderBy(static header => header.Key, StringComparer.Ordinal)
        .ToDictionary(static header => header.Key, static header => HeaderPattern(header.Key, header.Value));

    private static ValuePattern HeaderPattern(string name, string value) => name switch
    {
        "Content-Type" when Regex.IsMatch(value, $"^{JsonContentType}\\z") => new ValuePattern { Matches = JsonContentType },
        "Idempotency-Key" when value != Scenario.GivenIdempotencyKey => new ValuePattern { Matches = AnyIdempotencyKey },
        _ => new ValuePattern { EqualTo = value },
    };

    private static MappingResponse Response(SimulatedAnswer answer)
    {
        bool isJson = answer.ContentType?.StartsWith("application/json", StringComparison.Ordinal) == true;
        IEnumerable<KeyValuePair<string, string>> contentType = answer.ContentType is { } type ? [new("Content-Type", type)] : [];
        return new MappingResponse
        {
            Status = answer.Status,
            Headers = NullIfEmpty(contentType.Concat(answer.Headers).ToDictionary(static header => header.Key, static header => header.Value)),
            JsonBody = isJson ? ParseJson(answer.Body) : null,
            Body = isJson || answer.Body.IsEmpty ? null : System.Text.Encoding.UTF8.GetString(answer.Body.Span),
        };
    }

    private static IEnumerable<(string Name, string Value)> QueryOf(JournalEntry request) => request.Query
        .Split('&', StringSplitOptions.RemoveEmptyEntries)
        .Select(static pair => pair.Split('=', 2))
        .Select(static pair => (Uri.UnescapeDataString(pair[0]), Uri.UnescapeDataString(pair.ElementAtOrDefault(1) ?? "")));

    private static string EndpointOf(JournalEntry request) => $"{request.Method} {request.Path}";

    private static JsonElement ParseJson(ReadOnlyMemory<byte> json)
    {
        using JsonDocument document = JsonDocument.Parse(json, Strict);
        return document.RootElement.Clone();
    }

    private static Dictionary<string, T>? NullIfEmpty<T>(Dictionary<string, T> values) => values.Count == 0 ? null : values;
}
