namespace BillingClients.Testing;

internal sealed record Endpoint(string Method, string[] Template, EndpointHandler Handler, bool Writes);
