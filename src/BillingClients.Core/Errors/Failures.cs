using System.Net;

namespace BillingClients.Providers;

/// <summary>Turns what went wrong into the exception that says so.</summary>
internal static class Failures
{
    internal static BillingException FromStatus(ProviderCall call, int status, ProviderError error, string? printableCode, string? body, TimeSpan? retryAfter)
    {
        ErrorKind kind = error.Kind == ErrorKind.FromStatus ? KindOf(status) : error.Kind;
        BillingErrorDetails details = new()
        {
            Provider = call.Provider.Name,
            Operation = call.Request.Operation,
            StatusCode = status,
            ProviderCode = error.Code,
            ProviderMessage = error.Message,
            RequestId = call.RequestId ?? error.RequestId,
            ResponseBody = string.IsNullOrEmpty(body) ? null : body,
            RetryAfter = retryAfter,
            IsTransient = kind == ErrorKind.RateLimit || IsTransient(status),
            OutcomeUnknown = call.WriteSent && kind == ErrorKind.Provider && (status >= 500 || status == (int)HttpStatusCode.RequestTimeout),
        };
        string message = $"{call.Provider.DisplayName} did not {FailureMessages.Action(call.Request.Operation)}"
            + $" ({FailureMessages.Status(status, printableCode)}): {Meaning(call, kind, status, error.Code, retryAfter)}{FailureMessages.RequestId(call.PrintableRequestId)}";
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
        $"{call.Provider.DisplayName} answered with a redirect ({FailureMessages.Status(call.StatusCode)}), which is never followed. Check BaseAddress.",
        call.Details(isTransient: false, outcomeUnknown: false));

    internal static UnreadableResponseException Unreadable(ProviderCall call, string problem, string? field = null, string? body = null)
    {
        BillingErrorDetails known = call.Details(isTransient: !call.Request.IsRead, outcomeUnknown: true);
        BillingErrorDetails details = new()
        {
            Provider = known.Provider,
            Operation = known.Operation,
            StatusCode = known.StatusCode,
            RequestId = known.RequestId,
            ResponseBody = body,
            IsTransient = known.IsTransient,
            OutcomeUnknown = known.OutcomeUnknown,
        };
        return new UnreadableResponseException(
            $"{call.Provider.DisplayName} answered the request to {FailureMessages.Action(call.Request.Operation)} with success"
            + $" ({FailureMessages.Status(call.StatusCode)}), but {problem}.{FailureMessages.RequestId(call.PrintableRequestId)}",
            details,
            field);
    }

    internal static BillingAuthenticationException NoKey(ProviderCall call, string problem, Exception? cause = null) => new(
        $"{call.Provider.DisplayName}: could not {FailureMessages.Action(call.Request.Operation)}, for want of an API key: {problem} This attempt sent nothing.",
        call.Details(isTransient: false, outcomeUnknown: false),
        cause);

    internal static BillingConnectionException Connection(ProviderCall call, Exception cause)
    {
        bool sent = !FailedToConnect(cause);
        Uri address = call.Settings.GetBaseAddress();
        string what = sent
            ? "The connection broke before the answer was complete"
            : $"No connection to {address.Host}:{address.Port} could be made. Check BaseAddress and the network";
        return new BillingConnectionException(
            $"{call.Provider.DisplayName}: could not {FailureMessages.Action(call.Request.Operation)}. {what}; the inner exception says why.",
            call.Details(isTransient: true, outcomeUnknown: sent),
            WithoutAnswer(cause));
    }

    internal static BillingTimeoutException Timeout(ProviderCall call, BillingTimeout fired, Exception? lastFailure)
    {
        bool total = fired == BillingTimeout.Total;
        TimeSpan limit = total ? call.TotalTimeout : call.Settings.AttemptTimeout;
        string name = total ? "whole call (TotalTimeout)" : "attempt (AttemptTimeout)";
        return new BillingTimeoutException(
            $"{call.Provider.DisplayName}: could not {FailureMessages.Action(call.Request.Operation)}. The time for the {name}, {FailureMessages.Seconds(limit)}, is over.",
            call.Details(isTransient: true, outcomeUnknown: call.OutcomeUnknown || lastFailure is not BillingException { OutcomeUnknown: false }),
            fired,
            limit,
            lastFailure);
    }

    internal static AmbiguousOutcomeException Ambiguous(ProviderCall call, BillingException? failure, Customer? found)
    {
        BillingErrorDetails details = new()
        {
            Provider = call.Provider.Name,
            Operation = call.Request.Operation,
            StatusCode = failure?.StatusCode,
            ProviderCode = failure?.ProviderCode,
            ProviderMessage = failure?.ProviderMessage,
            RequestId = failure?.RequestId,
            ResponseBody = failure?.ResponseBody,
            RetryAfter = failure?.RetryAfter,
            OutcomeUnknown = true,
        };
        string clue = found is null
            ? "Look for the customer before you create it again."
            : "A customer that is younger than the call was found, but not with the fields that were sent: see Found.";
        string again = call.IdempotencyKey is null ? "" : " To send it again, use the same IdempotencyKey.";
        return new AmbiguousOutcomeException(
            $"{call.Provider.DisplayName}: it is unknown whether the customer was created. {clue}{again} The inner exception says what happened.",
            details,
            call.IdempotencyKey,
            found,
            failure);
    }

    internal static BillingConflictException OlderCustomer(ProviderCall call, string existingId) => new(
        $"{call.Provider.DisplayName} did not create the customer: one with the same unique key exists, and it is older than this call. Read it, or call EnsureAsync.",
        call.Details(isTransient: false, outcomeUnknown: false),
        existingId,
        call.LastFailure);

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
        ErrorKind.RateLimit => retryAfter is { } wait ? $"too many requests; it asks to wait {FailureMessages.Seconds(wait)}." : "too many requests.",
        _ => status >= 500 ? "it failed on its side." : "it answered with a status that its documents do not name.",
    };

    // Without the provider's code it may be an address without its path (/v1) that answers.
    private static string NotFound(ProviderCall call, string? code) => (call.Request.Operation, code) switch
    {
        (CustomerOperation.Create or CustomerOperation.List, _) => $"there is nothing at {call.Settings.GetBaseAddress()}. Check BaseAddress, its path included.",
        (_, null) => "there is no such customer. If every call says so, check BaseAddress, its path included.",
        _ => "there is no such customer.",
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
}
