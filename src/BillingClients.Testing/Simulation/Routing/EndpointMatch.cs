namespace BillingClients.Testing;

internal sealed record EndpointMatch(Endpoint? Endpoint, IReadOnlyDictionary<string, string> RouteValues, bool PathIsKnown);
