namespace BillingClients.Testing;

/// <summary>The endpoints of a <see cref="SimulatedProvider"/>.</summary>
/// <remarks>
/// A template such as <c>/customers/{id}</c> is relative to the provider's base address, and a parameter in braces is one whole segment. Where two templates
/// fit, the one with fewer parameters is taken. Parameters are decoded segment by segment, so <c>a%2Fb</c> is one value, unless the table
/// <see cref="DecodesBeforeRouting"/>.
/// </remarks>
public sealed class EndpointTable
{
    private static readonly Dictionary<string, string> NoValues = [];
    private readonly List<Endpoint> _endpoints = [];

    /// <summary>
    /// Whether the provider decodes the whole path before it looks for the endpoint, as some routers do: then <c>a%2Fb</c> is two segments. False by default.
    /// </summary>
    public bool DecodesBeforeRouting { get; init; }

    /// <summary>Adds an endpoint that leaves the stored customers as they are.</summary>
    /// <param name="method">The verb, in upper case.</param>
    /// <param name="template">The path.</param>
    /// <param name="handler">Answers a request whose key was accepted.</param>
    /// <returns>This table.</returns>
    public EndpointTable Reads(string method, string template, Func<SimulatedCall, SimulatedAnswer> handler) => Add(method, template, handler, writes: false);

    /// <summary>Adds an endpoint whose success (a 2xx) changes what is stored, so that the journal has the request as committed.</summary>
    /// <inheritdoc cref="Reads"/>
    public EndpointTable Writes(string method, string template, Func<SimulatedCall, SimulatedAnswer> handler) => Add(method, template, handler, writes: true);

    internal EndpointMatch Match(string method, string path)
    {
        string[] segments = Segments(path);
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

    private string[] Segments(string path) => (DecodesBeforeRouting ? Uri.UnescapeDataString(path) : path).Split('/');

    private Dictionary<string, string> Values(string[] template, string[] segments) =>
        template.Zip(segments)
            .Where(pair => IsParameter(pair.First))
            .ToDictionary(pair => pair.First[1..^1], pair => Value(pair.Second), StringComparer.Ordinal);

    private string Value(string segment) => DecodesBeforeRouting ? segment : Uri.UnescapeDataString(segment);

    private EndpointTable Add(string method, string template, Func<SimulatedCall, SimulatedAnswer> handler, bool writes)
    {
        _endpoints.Add(new Endpoint(method, template.Split('/'), handler, writes));
        return this;
    }
}
