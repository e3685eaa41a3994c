namespace BillingClients.Providers;

/// <summary>What a handler of the application threw, on its way to the pipeline, which knows how to tell it.</summary>
internal sealed class HandlerException(Exception cause) : Exception(cause.Message, cause);
