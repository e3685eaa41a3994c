namespace BillingClients.Providers;

/// <summary>
/// Stands outside of the application's handlers and marks what they throw, so that it is not mistaken for a mistake in a provider's client. Clients without
/// handlers of the application go without it.
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
