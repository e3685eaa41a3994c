namespace BillingClients.Providers;

/// <summary>
/// Reads the whole body of each answer, within the limits on size and time, so that the attempt fails if the body stalls, breaks off or never ends. Also
/// records what the headers say.
/// </summary>
internal sealed class ResponseHandler : DelegatingHandler
{
    // The key handler is the next one in every client.
    private ApiKeyHandler Keys => (ApiKeyHandler)InnerHandler!;

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ProviderCall call = ProviderCall.RequireCurrent();
        call.BeginRequest();
        HttpResponseMessage response;
        try
        {
            response = await HandlerFailureHandler.Required(base.SendAsync(request, cancellationToken)).ConfigureAwait(false)
                ?? throw HandlerFailureHandler.NoResponse();
        }
        catch (Exception failure)
        {
            if (Keys.Failed(call, request, failure, cancellationToken) is { } told)
            {
                throw told;
            }

            throw;
        }

        Keys.Answered(call, request);
        try
        {
            response.RequestMessage = request;
            Note(call, response);
            response.Content = await ReadAsync(call, response, cancellationToken).ConfigureAwait(false);
            return response;
        }
        catch
        {
            response.Dispose();
            call.PrintableRequestId = SentTexts.Of(call, request).Printable(call.RequestId);
            throw;
        }
    }

    private static void Note(ProviderCall call, HttpResponseMessage response)
    {
        call.StatusCode = (int)response.StatusCode;
        call.RequestId = ResponseHeaders.First(response.Headers, "X-Request-Id");
        call.RateLimit = ResponseHeaders.RateLimit(response.Headers, call.TimeProvider);
        if (call.ComparesAges)
        {
            call.LearnClock(ResponseHeaders.Date(response.Headers));
        }
    }

    private static async ValueTask<BufferedContent> ReadAsync(ProviderCall call, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        bool success = response.IsSuccessStatusCode;
        int limit = success ? call.Settings.MaxResponseBytes : call.Settings.MaxErrorBodyBytes;
        using HttpContent? decoded = await DecodeAsync(call, response, cancellationToken).ConfigureAwait(false);
        BufferedContent content = await BufferedContent.ReadAsync(decoded ?? response.Content, limit, cancellationToken).ConfigureAwait(false);
        if (success && content.IsCut)
        {
            content.Dispose();
            throw Failures.Unreadable(call, $"its body is larger than MaxResponseBytes, {limit} bytes. Raise it if such an answer is right");
        }

        response.Content.Dispose();
        return content;
    }

    private static async ValueTask<HttpContent?> DecodeAsync(ProviderCall call, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (ContentDecoding.NameOf(response.Content) is not { } encoding)
        {
            return null;
        }

        Stream sent = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        return new StreamContent(
            await ContentDecoding.OpenAsync(sent, encoding, cancellationToken).ConfigureAwait(false) ?? Undecodable(call, response, encoding));
    }

    // The body of a failure is not needed: its status says what happened.
    private static Stream Undecodable(ProviderCall call, HttpResponseMessage response, string encoding)
    {
        if (!response.IsSuccessStatusCode)
        {
            return Stream.Null;
        }

        string name = SentTexts.Of(call, response.RequestMessage).Printable(encoding) is { } printable ? $", {printable}" : "";
        throw Failures.Unreadable(call, $"its body has a Content-Encoding that this client cannot read{name}. Check proxies on the way");
    }
}
