using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Refit;

namespace BillingClients.Providers;

/// <summary>Creates the clients that Refit generated, and turns their failures into this library's exceptions.</summary>
internal static class ProviderApi
{
    internal static TApi Create<TApi>(HttpClient httpClient, JsonSerializerContext json, Func<ErrorResponse, ProviderError> readError)
        where TApi : class =>
        RestService.ForGenerated<TApi>(httpClient, new RefitSettings(new JsonBodySerializer(json.Options))
        {
            // By default, Refit sends a body in chunks, without Content-Length.
            RequestBodySerialization = RequestBodySerializationMode.Buffered,
            ExceptionFactory = response => CheckAsync(response, readError),
            DeserializationExceptionFactory = UnreadableAsync,

            // The pipeline makes the exceptions for network failures, because it knows which time limit expired.
            TransportExceptionFactory = static (_, exception, _) => exception,
        });

    private static ValueTask<Exception?> CheckAsync(HttpResponseMessage response, Func<ErrorResponse, ProviderError> readError)
    {
        if (!response.IsSuccessStatusCode)
        {
            return ReadErrorAsync(response, readError);
        }

        if (response.Content is not BufferedContent body)
        {
            return CheckForeignAsync(response, readError);
        }

        if (CheckSuccess(response, body, readError) is { } failure)
        {
            response.Dispose();
            return new ValueTask<Exception?>(failure);
        }

        body.SkipCopies();
        return default;
    }

    // A handler of the application may have replaced the content.
    private static async ValueTask<Exception?> CheckForeignAsync(HttpResponseMessage response, Func<ErrorResponse, ProviderError> readError) =>
        CheckSuccess(response, await response.Content.ReadAsByteArrayAsync().ConfigureAwait(false), readError);

    private static BillingException? CheckSuccess(HttpResponseMessage response, BufferedContent body, Func<ErrorResponse, ProviderError> readError)
    {
        using BufferedContent.Loan loan = body.Borrow();
        return CheckSuccess(response, loan.Bytes, readError);
    }

    // The body of a delete is not read. Without this check, a login page would count as a deleted customer.
    private static BillingException? CheckSuccess(HttpResponseMessage response, ReadOnlySpan<byte> body, Func<ErrorResponse, ProviderError> readError)
    {
        if (SuccessBody.IsForeign(body))
        {
            return Unreadable(response, Encoding.UTF8.GetString(body), field: null);
        }

        bool isDelete = ProviderCall.RequireCurrent().Operation.Kind == OperationKind.Delete;
        if (!isDelete && !SuccessBody.MayBeError(body))
        {
            return null;
        }

        ErrorResponse answer = new((int)response.StatusCode, Encoding.UTF8.GetString(body));
        bool isError = SuccessBody.IsError(answer.Json);
        if (!isDelete && !isError)
        {
            return null;
        }

        // A delete need not answer with anything, so nothing else would notice an error in its answer.
        ProviderError error = Read(readError, answer);
        return isError || answer.IsProblemDetails || error.IsIn(answer) ? FromAnswer(response, answer, error) : null;
    }

    // Refit disposes successful answers. Errors are disposed here.
    private static async ValueTask<Exception?> ReadErrorAsync(HttpResponseMessage response, Func<ErrorResponse, ProviderError> readError)
    {
        using HttpResponseMessage refused = response;
        string body = await ReadTextAsync(response).ConfigureAwait(false);
        ErrorResponse answer = new((int)response.StatusCode, body);
        return FromAnswer(response, answer, Read(readError, answer));
    }

    private static BillingException FromAnswer(HttpResponseMessage response, ErrorResponse answer, ProviderError error)
    {
        ProviderCall call = ProviderCall.RequireCurrent();
        SentTexts sent = SentTexts.Of(call, response.RequestMessage);
        call.PrintableRequestId = sent.Printable(call.RequestId ?? error.RequestId);
        if (answer.StatusCode is >= 300 and < 400)
        {
            return Failures.Redirect(call);
        }

        TimeSpan? retryAfter = ResponseHeaders.RetryAfter(response.Headers, answer.StatusCode, call.TimeProvider.GetUtcNow());
        return Failures.FromAnswer(call, answer, error, sent.Printable(error.Code), retryAfter);
    }

    // Half of an escaped surrogate pair passes the JSON parser and throws only when it is read, in a name too. Then only the status says what happened.
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

    private static ValueTask<Exception?> UnreadableAsync(HttpResponseMessage response, Exception exception) =>
        exception is JsonException json ? ReadUnreadableAsync(response, json) : new ValueTask<Exception?>(exception);

    private static async ValueTask<Exception?> ReadUnreadableAsync(HttpResponseMessage response, JsonException exception)
    {
        string body = await ReadTextAsync(response).ConfigureAwait(false);
        return Unreadable(response, body, field: exception.Path is null or "$" ? null : exception.Path.TrimStart('$', '.'));
    }

    private static UnreadableResponseException Unreadable(HttpResponseMessage response, string body, string? field)
    {
        ProviderCall call = ProviderCall.RequireCurrent();
        SentTexts sent = SentTexts.Of(call, response.RequestMessage);
        call.PrintableRequestId = sent.Printable(call.RequestId);
        string problem = field is null
            ? "its body is not the expected JSON. Check BaseAddress, and proxies on the way; see ResponseBody"
            : "a field of its body has an unexpected value; see Field";
        return Failures.Unreadable(call, problem, field, Cut(call, body));
    }

    private static string Cut(ProviderCall call, string body) =>
        body.Length > call.Settings.MaxErrorBodyBytes ? body[..call.Settings.MaxErrorBodyBytes] : body;

    // The body is in memory, so there is nothing to wait for or to cancel. It is read as bytes, so that an unknown charset does no harm.
    private static async ValueTask<string> ReadTextAsync(HttpResponseMessage response) => response.Content is BufferedContent body
        ? ReadText(body)
        : Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync().ConfigureAwait(false));

    private static string ReadText(BufferedContent body)
    {
        using BufferedContent.Loan loan = body.Borrow();
        return Encoding.UTF8.GetString(loan.Bytes);
    }
}
