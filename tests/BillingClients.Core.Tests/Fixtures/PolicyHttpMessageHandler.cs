namespace Microsoft.Extensions.Http;

/// <summary>Has the name of the handler in Microsoft.Extensions.Http.Polly, by which it is recognised.</summary>
internal sealed class PolicyHttpMessageHandler : DelegatingHandler;
