using WireMock.Logging;
using WireMock.Types;

namespace BillingClients.Wire.Tests.Comparison;

/// <summary>A request as WireMock.Net received it, and the name of the stub that answered it; null for none.</summary>
internal sealed record SentRequest(
    string Method,
    string Path,
    IReadOnlyList<(string Name, string Value)> Query,
    IReadOnlyList<(string Name, string Value)> Headers,
    string Body,
    string? AnsweredBy)
{
    private static readonly Dictionary<string, WireMockList<string>> None = [];

    internal static SentRequest Of(ILogEntry entry) => new(
        entry.RequestMessage.Method,
        entry.RequestMessage.Path,
        Pairs(entry.RequestMessage.Query),
        Pairs(entry.RequestMessage.Headers),
        entry.RequestMessage.Body ?? "",
        entry.MappingTitle);

    private static (string Name, string Value)[] Pairs(IDictionary<string, WireMockList<string>>? values) =>
        [.. (values ?? None).SelectMany(static pair => pair.Value, static (pair, value) => (pair.Key, value))];
}
