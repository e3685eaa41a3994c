namespace BillingClients.Testing;

internal sealed record Endpoint(string Method, string[] Template, Func<SimulatedCall, SimulatedAnswer> Handler, bool Writes);
