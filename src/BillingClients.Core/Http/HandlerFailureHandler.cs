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
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure) when (!IsKnown(failure))
        {
            throw new HandlerException(failure);
        }
    }

    private static bool IsKnown(Exception failure) =>
        failure is BillingException or WrongUseException or OperationCanceledException or HttpRequestException or IOException;
}
