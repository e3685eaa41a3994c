namespace BillingClients.Providers;

/// <summary>
/// The outermost handler. It wraps what the application's handlers throw, so that the pipeline can tell it from a mistake in a provider's client. Clients
/// without handlers of the application do not have it.
/// </summary>
internal sealed class HandlerFailureHandler : DelegatingHandler
{
    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            return await Required(base.SendAsync(request, cancellationToken)).ConfigureAwait(false) ?? throw NoResponse();
        }
        catch (Exception failure) when (!IsKnown(failure))
        {
            throw new HandlerException(failure);
        }
    }

    /// <summary>What a handler has returned. A handler of the application may be wrong, and return null.</summary>
    internal static Task<HttpResponseMessage> Required(Task<HttpResponseMessage>? sending) => sending ?? throw NoResponse();

    internal static InvalidOperationException NoResponse() => new("SendAsync of a handler of this client's HTTP requests returned null instead of a response.");

    private static bool IsKnown(Exception failure) =>
        failure is BillingException or WrongUseException or OperationCanceledException or HttpRequestException or IOException;
}
