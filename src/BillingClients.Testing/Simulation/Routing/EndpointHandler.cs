namespace BillingClients.Testing;

internal delegate SimulatedAnswer EndpointHandler(SimulatedCall call);
