using System.Text.Encodings.Web;
using System.Text.Json;
using WireMock.Matchers;
using WireMock.RequestBuilders;
using WireMock.ResponseBuilders;
using WireMock.Server;

namespace BillingClients.Wire.Tests.Mappings;

/// <summary>Loads mapping files into WireMock.Net, strictly: query parameters and members of a body that a stub does not name are not accepted.</summary>
/// <remarks>
/// WireMock.Net's own import (1.25.0) cannot be used: it expects one stub a file, and ignores <c>absent</c>.
/// Its <see cref="JsonMatcher"/> is not used, because it takes null for an empty list and for an empty object. Start the server with
/// <c>AllowBodyForAllHttpMethods</c>: otherwise the body of a GET or DELETE, which should have none, is not looked at.
/// </remarks>
public static class WireMockLoader
{
    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>Adds the stubs of a file.</summary>
    public static void Load(this WireMockServer server, MappingFile file)
    {
        ArgumentNullException.ThrowIfNull(server);
        ArgumentNullException.ThrowIfNull(file);
        foreach (Mapping mapping in file.Mappings)
        {
            server.Given(RequestOf(mapping.Request)).WithTitle(mapping.Name).RespondWith(ResponseOf(mapping.Response));
        }
    }

    private static IRequestBuilder RequestOf(MappingRequest expected)
    {
        IRequestBuilder request = Request.Create().UsingMethod(expected.Method).WithPath(new ExactMatcher(expected.UrlPath));
        (string Name, ValuePattern Pattern)[] query = Present(expected.QueryParameters);
        foreach ((string name, ValuePattern pattern) in query)
        {
            request = request.WithParam(name, Matcher(pattern));
        }

        (string Name, ValuePattern Pattern)[] headers = Present(expected.Headers);
        foreach ((string name, ValuePattern pattern) in headers)
        {
            request = request.WithHeader(name, Matcher(pattern));
        }

        return request
            .WithParam(sent => sent.Count == query.Length && sent.Values.All(static values => values.Count == 1))
            .WithHeader(sent => headers.All(header => sent.TryGetValue(header.Name, out string[]? values) && values.Length == 1))
            .WithBody((string? sent) => expected.BodyPatterns is { } bodies ? bodies.All(body => IsEqual(body.EqualToJson, sent)) : string.IsNullOrEmpty(sent));
    }

    private static IResponseBuilder ResponseOf(MappingResponse answer)
    {
        IResponseBuilder response = Response.Create().WithStatusCode(answer.Status);
        foreach ((string name, string value) in answer.Headers ?? new Dictionary<string, string>())
        {
            response = response.WithHeader(name, value);
        }

        string? body = answer.JsonBody is { } json ? JsonSerializer.Serialize(json, Compact) : answer.Body;
        return body is null ? response : response.WithBody(body);
    }

    private static bool IsEqual(JsonElement expected, string? sent)
    {
        try
        {
            using JsonDocument body = JsonDocument.Parse(sent ?? "", Strict);
            return JsonElement.DeepEquals(expected, body.RootElement);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static (string Name, ValuePattern Pattern)[] Present(IReadOnlyDictionary<string, ValuePattern>? patterns) =>
        [.. (patterns ?? new Dictionary<string, ValuePattern>()).Where(static pair => pair.Value.Absent != true).Select(static pair => (pair.Key, pair.Value))];

    private static IStringMatcher Matcher(ValuePattern pattern) => pattern switch
    {
        { EqualTo: { } text } => new ExactMatcher(text),
        { Matches: not null } => new RegexMatcher(pattern.WholeMatch),
        _ => throw new NotSupportedException("A pattern must have equalTo, matches or absent."),
    };
}
