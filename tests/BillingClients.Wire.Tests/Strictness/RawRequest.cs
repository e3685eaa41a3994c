using BillingClients.Wire.Tests.Mappings;

namespace BillingClients.Wire.Tests.Strictness;

/// <summary>A request without a client: as a stub wants it, or changed in one place.</summary>
internal sealed record RawRequest(
    string Method,
    string Path,
    IReadOnlyList<(string Name, string Value)> Query,
    IReadOnlyList<(string Name, string Value)> Headers,
    string? Body)
{
    internal static RawRequest For(MappingRequest stub) => new(
        stub.Method,
        stub.UrlPath,
        Values(stub.QueryParameters),
        Values(stub.Headers),
        stub.BodyPatterns is [var body] ? body.EqualToJson.GetRawText() : null);

    internal HttpRequestMessage ToMessage(string server)
    {
        string query = string.Join('&', Query.Select(static pair => $"{pair.Name}={Uri.EscapeDataString(pair.Value)}"));
        HttpRequestMessage message = new(new HttpMethod(Method), new Uri($"{server}{Path}{(query.Length == 0 ? "" : "?")}{query}"));
        if (Body is not null)
        {
            message.Content = new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(Body));
        }

        foreach ((string name, string value) in Headers)
        {
            bool isAdded = message.Headers.TryAddWithoutValidation(name, value) || message.Content?.Headers.TryAddWithoutValidation(name, value) == true;
            isAdded.ShouldBeTrue(name);
        }

        return message;
    }

    private static (string Name, string Value)[] Values(IReadOnlyDictionary<string, ValuePattern>? patterns) =>
    [
        .. (patterns ?? new Dictionary<string, ValuePattern>()).Where(static pair => pair.Value.Absent != true)
            .Select(static pair => (pair.Key, pair.Value.EqualTo ?? (pair.Key == "Content-Type" ? "application/json" : "KEY-1815"))),
    ];
}
