using System.Globalization;
using System.Net;
using System.Text.Json;
using Polly.Timeout;

namespace BillingClients.Providers;

/// <summary>
/// Names what went wrong after a request was sent, or on the way there. Of what a provider or a caller wrote, the messages hold codes and request ids that
/// <see cref="SentTexts"/> calls printable. What is refused before that is named by <see cref="Refusal"/>.
/// </summary>
internal static class Failures
{
    /// <summary>What ended an attempt, as a <see cref="BillingException"/>; the caller's own cancellation as it is.</summary>
    internal static Exception OfAttempt(ProviderCall call, Exception exception, CancellationToken attemptToken) => exception switch
    {
        BillingException => exception,
        WireFormatException missing => Unreadable(call, "a field that must be there is missing, or cannot be used", missing.Field),

        // What is kept as it was read, metadata and unknown fields, is written again to compare it or to send it back; invalid UTF-16 surfaces only then.
        JsonException => Unreadable(call, "its body holds text that is not valid Unicode"),
        OperationCanceledException when call.CallerToken.IsCancellationRequested => exception,
        OperationCanceledException when attemptToken.IsCancellationRequested => Timeout(call),

        // The last one is not ours: a handler of the application has a time limit of its own.
        OperationCanceledException or HttpRequestException or IOException or TimeoutRejectedException => Connection(call, exception),
        _ => exception,
    };

    /// <summary>What the caller of the whole call is told.</summary>
    internal static Exception OfCall(ProviderCall call, Exception exception)
    {
        if (exception is OperationCanceledException && call.CallerToken.IsCancellationRequested)
        {
            return new OperationCanceledException(exception.Message, exception, call.CallerToken);
        }

        if (exception is not BillingException failure)
        {
            return exception;
        }

        BillingException told = IsOpenCreate(call, failure) ? Ambiguous<Customer>(call, failure, found: null) : failure;
        told.Attempts = call.Attempts;

        // The last attempt may have been refused, and an earlier one not.
        told.OutcomeUnknown |= call.OutcomeUnknown && call.Operation.Kind != OperationKind.Create;
        return told;
    }

    internal static BillingException FromStatus(ProviderCall call, int status, ProviderError error, string? printableCode, string? body, TimeSpan? retryAfter)
    {
        ErrorKind kind = error.Kind == ErrorKind.FromStatus ? KindOf(status) : error.Kind;
        BillingErrorDetails details = new()
        {
            Provider = call.Provider.Name,
            Operation = call.Operation,
            StatusCode = status,
            ProviderCode = error.Code,
            ProviderMessage = error.Message,
            RequestId = call.RequestId ?? error.RequestId,
            ResponseBody = string.IsNullOrEmpty(body) ? null : body,
            RetryAfter = retryAfter,
            IsTransient = kind == ErrorKind.RateLimit || IsTransient(status),
            OutcomeUnknown = call.WriteSent && kind == ErrorKind.Provider && (status >= 500 || status == (int)HttpStatusCode.RequestTimeout),
        };
        string message = $"{call.Provider.DisplayName} did not {call.Operation.Action}"
            + $" ({Status(status, printableCode)}): {Meaning(call, kind, status, error.Code, retryAfter)}{RequestId(call.PrintableRequestId)}";
        return kind switch
        {
            ErrorKind.Validation => new BillingValidationException(message, details, error.Fields),
            ErrorKind.Authentication => new BillingAuthenticationException(message, details),
            ErrorKind.Permission => new BillingPermissionException(message, details),
            ErrorKind.NotFound => new BillingNotFoundException(message, details),
            ErrorKind.Conflict => new BillingConflictException(message, details, error.ExistingId),
            ErrorKind.RateLimit => new BillingRateLimitException(message, details),
            _ => new BillingProviderException(message, details),
        };
    }

    internal static RedirectRefusedException Redirect(ProviderCall call) => new(
        $"{call.Provider.DisplayName} answered with a redirect ({Status(call.StatusCode)}), which is never followed. Check BaseAddress.",
        Details(call, isTransient: false, outcomeUnknown: false));

    internal static UnreadableResponseException Unreadable(ProviderCall call, string problem, string? field = null, string? body = null)
    {
        BillingErrorDetails details = Details(call, isTransient: !call.Operation.IsRead, outcomeUnknown: true, body);
        return new UnreadableResponseException(
            $"{call.Provider.DisplayName} answered the request to {call.Operation.Action} with success"
            + $" ({Status(call.StatusCode)}), but {problem}.{RequestId(call.PrintableRequestId)}",
            details,
            field);
    }

    internal static BillingAuthenticationException NoKey(ProviderCall call, string problem, Exception? cause = null) => new(
        $"{call.Provider.DisplayName}: could not {call.Operation.Action}, for want of an API key: {problem} This attempt sent nothing.",
        Details(call, isTransient: false, outcomeUnknown: false),
        cause);

    internal static BillingConnectionException Connection(ProviderCall call, Exception cause)
    {
        bool sent = !FailedToConnect(cause);
        Uri address = call.Settings.GetBaseAddress();
        string what = sent
            ? "The connection broke before the answer was complete"
            : $"No connection to {address.Host}:{address.Port} could be made. Check BaseAddress and the network";
        return new BillingConnectionException(
            $"{call.Provider.DisplayName}: could not {call.Operation.Action}. {what}; the inner exception says why.",
            Details(call, isTransient: true, outcomeUnknown: sent),
            WithoutAnswer(cause));
    }

    internal static AmbiguousOutcomeException Ambiguous<T>(ProviderCall call, BillingException? failure, T? found)
        where T : class
    {
        BillingErrorDetails details = new()
        {
            Provider = call.Provider.Name,
            Operation = call.Operation,
            StatusCode = failure?.StatusCode,
            ProviderCode = failure?.ProviderCode,
            ProviderMessage = failure?.ProviderMessage,
            RequestId = failure?.RequestId,
            ResponseBody = failure?.ResponseBody,
            RetryAfter = failure?.RetryAfter,
            OutcomeUnknown = true,
        };
        string clue = found is null
            ? $"Look for the {call.Operation.Resource} before you create it again."
            : $"A {call.Operation.Resource} that is younger than the call was found, but not with the fields that were sent: see Found.";
        string again = call.IdempotencyKey is null ? "" : " To send it again, use the same IdempotencyKey.";
        return new AmbiguousOutcomeException(
            $"{call.Provider.DisplayName}: it is unknown whether the {call.Operation.Resource} was created. {clue}{again} The inner exception says what happened.",
            details,
            call.IdempotencyKey,
            found as Customer,
            failure);
    }

    internal static BillingConflictException OlderResource(ProviderCall call, string existingId) => new(
        $"{call.Provider.DisplayName} did not {call.Operation.Action}: one with the same unique key exists, and it is older than this call. Read it, or call EnsureAsync.",
        Details(call, isTransient: false, outcomeUnknown: false),
        existingId,
        call.LastFailure);

    private static BillingTimeoutException Timeout(ProviderCall call)
    {
        bool isTotal = call.AttemptIsLimitedBy == BillingTimeout.Total;
        TimeSpan limit = isTotal ? call.TotalTimeout : call.Settings.AttemptTimeout;
        string name = isTotal ? "whole call (TotalTimeout)" : "attempt (AttemptTimeout)";
        return new BillingTimeoutException(
            $"{call.Provider.DisplayName}: could not {call.Operation.Action}. The time for the {name}, {Seconds(limit)}, is over.",
            Details(call, isTransient: true, outcomeUnknown: true),
            call.AttemptIsLimitedBy,
            limit,
            isTotal ? call.LastFailure : null);
    }

    // Only a conflict settles it. Any other refusal is about the last attempt: its words may be those of a gateway, and an earlier attempt may have worked.
    private static bool IsOpenCreate(ProviderCall call, BillingException failure) =>
        call.Operation.Kind == OperationKind.Create
        && (call.OutcomeUnknown || failure.OutcomeUnknown)
        && failure is not (AmbiguousOutcomeException or BillingConflictException);

    private static BillingErrorDetails Details(ProviderCall call, bool isTransient, bool outcomeUnknown, string? body = null) => new()
    {
        Provider = call.Provider.Name,
        Operation = call.Operation,
        StatusCode = call.StatusCode == 0 ? null : call.StatusCode,
        RequestId = call.RequestId,
        ResponseBody = body,
        IsTransient = isTransient,
        OutcomeUnknown = outcomeUnknown && call.WriteSent,
    };

    private static ErrorKind KindOf(int status) => status switch
    {
        400 or 422 => ErrorKind.Validation,
        401 => ErrorKind.Authentication,
        403 => ErrorKind.Permission,
        404 => ErrorKind.NotFound,
        409 => ErrorKind.Conflict,
        429 => ErrorKind.RateLimit,
        _ => ErrorKind.Provider,
    };

    private static bool IsTransient(int status) => status is 408 or 429 or 500 or 502 or 503 or 504;

    private static string Meaning(ProviderCall call, ErrorKind kind, int status, string? code, TimeSpan? retryAfter) => kind switch
    {
        ErrorKind.Validation => "it refused what was sent; Errors and ProviderMessage say what.",
        ErrorKind.Authentication => "it did not accept the API key. Check that the key is this provider's, of the right kind, and not revoked.",
        ErrorKind.Permission => "the API key may not do this.",
        ErrorKind.NotFound => NotFound(call, code),
        ErrorKind.Conflict => "it is in conflict with what is stored; ProviderMessage says how.",
        ErrorKind.RateLimit => retryAfter is { } wait ? $"too many requests; it asks to wait {Seconds(wait)}." : "too many requests.",
        _ => status >= 500 ? "it failed on its side." : "it answered with a status that its documents do not name.",
    };

    // Without the provider's code it may be an address without its path (/v1) that answers.
    private static string NotFound(ProviderCall call, string? code) => (call.Operation.Kind, code) switch
    {
        (OperationKind.Create or OperationKind.List, _) => $"there is nothing at {call.Settings.GetBaseAddress()}. Check BaseAddress, its path included.",
        (_, null) => $"there is no such {call.Operation.Resource}. If every call says so, check BaseAddress, its path included.",
        _ => $"there is no such {call.Operation.Resource}.",
    };

    // An answer that is no HTTP is quoted in the framework's message.
    private static Exception WithoutAnswer(Exception cause) =>
        cause is HttpRequestException { HttpRequestError: HttpRequestError.InvalidResponse } or HttpIOException { HttpRequestError: HttpRequestError.InvalidResponse }
        ? new HttpRequestException(HttpRequestError.InvalidResponse, "The answer is not HTTP, or has a header that is not.")
        : cause;

    private static bool FailedToConnect(Exception cause) => cause is HttpRequestException
    {
        HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError
            or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError
    };

    private static string Status(int? statusCode, string? printableCode = null) => (statusCode, printableCode) switch
    {
        (null, _) => "no answer",
        ({ } status, null) => string.Create(CultureInfo.InvariantCulture, $"HTTP {status}"),
        ({ } status, { } code) => string.Create(CultureInfo.InvariantCulture, $"HTTP {status}, {code}"),
    };

    private static string RequestId(string? printableId) => printableId is null ? string.Empty : $" Request id: {printableId}.";

    private static string Seconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.###} s");
}
