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
        RestService.ForGenerated<TApi>(httpClient, new RefitSettings(new JsonBodySerializer(json.Options, isLenient: true))
        {
            // By default, Refit sends a body in chunks, without Content-Length.
            RequestBodySerialization = RequestBodySerializationMode.Buffered,
            ExceptionFactory = response => CheckAsync(response, readError),
            DeserializationExceptionFactory = static (response, exception) => UnreadableAsync(ProviderCall.RequireCurrent(), response, exception),

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
            return NotJson(ProviderCall.RequireCurrent(), response, Encoding.UTF8.GetString(body));
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

    /// <summary>The failure that an answer without the status of a success reports. Disposes the answer; Refit disposes the others.</summary>
    internal static async ValueTask<Exception?> ReadErrorAsync(HttpResponseMessage response, Func<ErrorResponse, ProviderError> readError)
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

    /// <summary>The failure of a success whose body is not what a provider sends, such as a login page; null if it may be.</summary>
    internal static async ValueTask<Exception?> FindNonJsonAsync(ProviderCall call, HttpResponseMessage response)
    {
        bool isForeign = response.Content is BufferedContent body
            ? IsForeign(body)
            : SuccessBody.IsForeign(await response.Content.ReadAsByteArrayAsync().ConfigureAwait(false));
        if (!isForeign)
        {
            return null;
        }

        using HttpResponseMessage refused = response;
        return NotJson(call, response, await ReadTextAsync(response).ConfigureAwait(false));
    }

    private static bool IsForeign(BufferedContent body)
    {
        using BufferedContent.Loan loan = body.Borrow();
        return SuccessBody.IsForeign(loan.Bytes);
    }

    /// <summary>The failure of a success that could not be deserialised.</summary>
    internal static ValueTask<Exception?> UnreadableAsync(ProviderCall call, HttpResponseMessage response, Exception exception) =>
        exception is JsonException json ? ReadUnreadableAsync(call, response, json) : new ValueTask<Exception?>(exception);

    /// <summary>The failure of a success that the contracts of an application's own interface could not read.</summary>
    internal static async ValueTask<Exception?> NotReadByApplicationAsync(ProviderCall call, HttpResponseMessage response, Exception cause)
    {
        call.PrintableRequestId = SentTexts.Of(call, response.RequestMessage).Printable(call.RequestId);
        return Failures.NotReadByApplication(call, cause, Cut(call, await ReadTextAsync(response).ConfigureAwait(false)));
    }

    private static async ValueTask<Exception?> ReadUnreadableAsync(ProviderCall call, HttpResponseMessage response, JsonException exception)
    {
        string body = await ReadTextAsync(response).ConfigureAwait(false);
        return exception.Path is null or "$"
            ? NotJson(call, response, body)
            : Unreadable(call, response, "a field of its body has an unexpected value; see Field", exception.Path.TrimStart('$', '.'), body);
    }

    private static UnreadableResponseException NotJson(ProviderCall call, HttpResponseMessage response, string body) => Unreadable(
        call, response, "its body is not the expected JSON. Check BaseAddress, and proxies on the way; see ResponseBody", field: null, body);

    private static UnreadableResponseException Unreadable(ProviderCall call, HttpResponseMessage response, string problem, string? field, string body)
    {
        SentTexts sent = SentTexts.Of(call, response.RequestMessage);
        call.PrintableRequestId = sent.Printable(call.RequestId);
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
