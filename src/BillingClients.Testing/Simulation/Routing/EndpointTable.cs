namespace BillingClients.Testing;

/// <summary>
/// A provider's endpoints. A literal segment goes before a parameter; parameters are decoded segment by segment, so <c>%2F</c> stays inside one.
/// </summary>
internal sealed class EndpointTable
{
    private static readonly Dictionary<string, string> NoValues = [];
    private readonly List<Endpoint> _endpoints = [];

    /// <summary>An endpoint that leaves the stored customers as they are.</summary>
    public EndpointTable Reads(string method, string template, EndpointHandler handler) => Add(method, template, handler, writes: false);

    /// <summary>An endpoint whose success changes what is stored.</summary>
    public EndpointTable Writes(string method, string template, EndpointHandler handler) => Add(method, template, handler, writes: true);

    public EndpointMatch Match(string method, string path)
    {
        string[] segments = path.Split('/');
        Endpoint? best = null;
        bool pathIsKnown = false;
        foreach (Endpoint endpoint in _endpoints)
        {
            if (Fits(endpoint.Template, segments))
            {
                pathIsKnown = true;
                if (endpoint.Method == method && (best is null || Parameters(endpoint) < Parameters(best)))
                {
                    best = endpoint;
                }
            }
        }

        return new EndpointMatch(best, best is null ? NoValues : Values(best.Template, segments), pathIsKnown);
    }

    private static int Parameters(Endpoint endpoint) => endpoint.Template.Count(IsParameter);

    private static bool IsParameter(string segment) => segment.StartsWith('{');

    private static bool Fits(string[] template, string[] segments) =>
        template.Length == segments.Length && template.Zip(segments).All(pair => IsParameter(pair.First) ? pair.Second.Length > 0 : pair.First == pair.Second);

    private static Dictionary<string, string> Values(string[] template, string[] segments) =>
        template.Zip(segments)
            .Where(pair => IsParameter(pair.First))
            .ToDictionary(pair => pair.First[1..^1], pair => Uri.UnescapeDataString(pair.Second), StringComparer.Ordinal);

    private EndpointTable Add(string method, string template, EndpointHandler handler, bool writes)
    {
        _endpoints.Add(new Endpoint(method, template.Split('/'), handler, writes));
        return this;
    }
}
