namespace BillingClients.Providers;

/// <summary>Wraps what a handler of the application threw. The pipeline turns it into a <see cref="BillingConnectionException"/>.</summary>
internal sealed class HandlerException(Exception cause) : Exception(cause.Message, cause);
