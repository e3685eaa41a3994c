using WireMock;
using WireMock.Types;

namespace BillingClients.Wire.Tests.Comparison;

/// <summary>A request as WireMock.Net received it.</summary>
internal sealed record SentRequest(
    string Method,
    string Path,
    IReadOnlyList<(string Name, string Value)> Query,
    IReadOnlyList<(string Name, string Value)> Headers,
    string Body)
{
    private static readonly Dictionary<string, WireMockList<string>> None = [];

    internal static SentRequest Of(IRequestMessage request) =>
        new(request.Method, request.Path, Pairs(request.Query), Pairs(request.Headers), request.Body ?? "");

    private static (string Name, string Value)[] Pairs(IDictionary<string, WireMockList<string>>? values) =>
        [.. (values ?? None).SelectMany(static pair => pair.Value, static (pair, value) => (pair.Key, value))];
}
