using System.Text;
using System.Text.Json;

namespace BillingClients.Providers;

/// <summary>What a provider's Refit settings do with answers. For writing a provider.</summary>
public static class ProviderResponses
{
    /// <summary>For <c>RefitSettings.ExceptionFactory</c>: turns every answer that is not a success into a <see cref="BillingException"/>.</summary>
    /// <param name="readError">Reads the provider's error body. Must not throw, whatever the body holds.</param>
    public static Func<HttpResponseMessage, ValueTask<Exception?>> ErrorsOf(Func<ErrorResponse, ProviderError> readError) =>
        response => response.IsSuccessStatusCode ? default : ReadErrorAsync(response, readError);

    /// <summary>
    /// For <c>RefitSettings.DeserializationExceptionFactory</c>: turns a success with an unreadable body into an <see cref="UnreadableResponseException"/>.
    /// </summary>
    /// <param name="response">The answer.</param>
    /// <param name="exception">Why it could not be read.</param>
    public static ValueTask<Exception?> UnreadableAsync(HttpResponseMessage response, Exception exception)
    {
        ArgumentNullException.ThrowIfNull(response);
        return exception is JsonException json ? ReadUnreadableAsync(response, json) : new ValueTask<Exception?>(exception);
    }

    /// <summary>For <c>RefitSettings.TransportExceptionFactory</c>: leaves failures of the network to the pipeline.</summary>
    /// <param name="request">The request.</param>
    /// <param name="exception">Why it failed; returned as it is.</param>
    /// <param name="cancellationToken">The token of the request.</param>
    public static Exception Transport(HttpRequestMessage request, Exception exception, CancellationToken cancellationToken) => exception;

    private static async ValueTask<Exception?> ReadErrorAsync(HttpResponseMessage response, Func<ErrorResponse, ProviderError> readError)
    {
        ProviderCall call = ProviderCall.RequireCurrent();
        int status = (int)response.StatusCode;
        SentTexts sent = SentTexts.Of(call, response.RequestMessage!);
        call.PrintableRequestId = sent.Printable(call.RequestId);
        if (status is >= 300 and < 400)
        {
            return Failures.Redirect(call);
        }

        string body = await ReadBodyAsync(response).ConfigureAwait(false);
        ProviderError error = Read(readError, new ErrorResponse(status, body));
        call.PrintableRequestId = sent.Printable(call.RequestId ?? error.RequestId);
        TimeSpan? retryAfter = RetryAfterHeader.Read(response.Headers, call.TimeProvider.GetUtcNow());
        return Failures.FromStatus(call, status, error, sent.Printable(error.Code), body, retryAfter);
    }

    // An escaped half of a surrogate pair passes the parser and fails where it is read, in a name too. Then the status alone says what happened.
    private static ProviderError Read(Func<ErrorResponse, ProviderError> readError, ErrorResponse response)
    {
        try
        {
            return readError(response);
        }
        catch (InvalidOperationException)
        {
            return new ProviderError();
        }
    }

    private static async ValueTask<Exception?> ReadUnreadableAsync(HttpResponseMessage response, JsonException exception)
    {
        ProviderCall call = ProviderCall.RequireCurrent();
        string body = await ReadBodyAsync(response).ConfigureAwait(false);
        SentTexts sent = SentTexts.Of(call, response.RequestMessage!);
        call.PrintableRequestId = sent.Printable(call.RequestId);
        string kept = body.Length > call.Settings.MaxErrorBodyBytes ? body[..call.Settings.MaxErrorBodyBytes] : body;
        string? field = exception.Path is null or "$" ? null : exception.Path.TrimStart('$', '.');
        return Failures.Unreadable(call, field is null ? "its body is not the JSON that it should be" : "a field of its body is not what it should be", field, kept);
    }

    // ResponseHandler has read the body already, so there is nothing to wait for or to cancel. Bytes, not a string: a charset that nobody knows must not
    // matter.
    private static async ValueTask<string> ReadBodyAsync(HttpResponseMessage response) =>
        Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync().ConfigureAwait(false));
}
