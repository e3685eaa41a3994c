using WireMock;

namespace BillingClients.Wire.Tests.Comparison;

/// <summary>A request as WireMock.Net received it.</summary>
internal sealed record SentRequest(
    string Method,
    string Path,
    IReadOnlyList<(string Name, string Value)> Query,
    IReadOnlyList<(string Name, string Value)> Headers,
    string Body)
{
    internal static SentRequest Of(IRequestMessage request) =>
        new(request.Method, request.Path, Pairs(request.Query), Pairs(request.Headers), request.Body ?? "");

    private static List<(string Name, string Value)> Pairs(IDictionary<string, WireMock.Types.WireMockList<string>>? values) =>
        [.. (values ?? new Dictionary<string, WireMock.Types.WireMockList<string>>()).SelectMany(static pair => pair.Value, static (pair, value) => (pair.Key, value))];
}
