using System.Collections.Concurrent;

namespace BillingClients.Providers;

/// <summary>
/// Makes each request of an application's own interface a call of the account: with its key, host, time limits, retries of reads, typed errors and telemetry.
/// Safe for concurrent use.
/// </summary>
internal sealed class OwnEndpointHandler(ProviderAccount account, Func<ErrorResponse, ProviderError> readError) : HttpMessageHandler
{
    private static readonly CallSteps<(OwnEndpointHandler Handler, OwnRequest Request), HttpResponseMessage> Steps = new()
    {
        Send = static (own, call, token) => own.Handler.SendOnceAsync(call, own.Request, token),
    };

    private readonly ConcurrentDictionary<Endpoint, ProviderRequest> _requests = [];

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        OwnRequest own = new(request);
        ProviderRequest kind = _requests.GetOrAdd(own.Endpoint, static endpoint => KindOf(endpoint));
        CallOptions? options = Check(own, kind.Operation);
        return await account.Pipeline.RunAsync(kind, options, (this, own), Steps, cancellationToken).ConfigureAwait(false);
    }

    // Nothing is known about what a write does, so it is sent once.
    private static ProviderRequest KindOf(Endpoint endpoint)
    {
        BillingOperation operation = BillingOperation.Of(endpoint);
        return new ProviderRequest(operation, endpoint) { IsRepeatable = operation.IsRead, IsSentOnce = !operation.IsRead };
    }

    private CallOptions? Check(OwnRequest request, BillingOperation operation)
    {
        try
        {
            account.TakeChangedOptions();
            return request.Check(new FieldCheck(account.Provider, operation), account);
        }
        catch (Exception refusal) when (account.Pipeline.Telemetry.Refused(operation, refusal))
        {
            throw;
        }
    }

    private async ValueTask<HttpResponseMessage> SendOnceAsync(ProviderCall call, OwnRequest request, CancellationToken cancellationToken)
    {
        HttpRequestMessage copy = await request.CopyAsync(call, cancellationToken).ConfigureAwait(false);
        HttpResponseMessage response = await account.HttpClient.SendAsync(copy, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);

        // A handler of the application may have made up the answer.
        response.RequestMessage = copy;
        Exception? failure = !response.IsSuccessStatusCode ? await ProviderApi.ReadErrorAsync(response, readError).ConfigureAwait(false)
            : request.AcceptsOtherThanJson ? null
            : await ProviderApi.FindNonJsonAsync(call, response).ConfigureAwait(false);
        return failure is null ? response : throw failure;
    }
}
