using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Polly;

namespace BillingClients.Providers;

/// <summary>
/// Makes the exceptions for what goes wrong while a request is sent and after it. The messages contain error codes and request ids that <see cref="SentTexts"/>
/// considers printable, and nothing else that a provider or a caller wrote. <see cref="Refusal"/> makes the exceptions for what is refused before.
/// </summary>
internal static partial class Failures
{
    /// <summary>The failure of an attempt, as a <see cref="BillingException"/>. A cancellation by the caller is returned unchanged.</summary>
    internal static Exception OfAttempt(ProviderCall call, Exception exception, CancellationToken attemptToken) => exception switch
    {
        BillingException failure => OfAnswer(call, failure),
        WireFormatException missing => Unreadable(call, missing.Problem, missing.Field),

        // Metadata and unknown fields are kept as they were read. Invalid UTF-16 in them surfaces only when they are serialised again, to compare them or to
        // send them back.
        JsonException when call.StatusCode != 0 => Unreadable(call, "its body contains text that is not valid Unicode"),
        OperationCanceledException when call.CallerToken.IsCancellationRequested => exception,
        OperationCanceledException when attemptToken.IsCancellationRequested => Timeout(call),
        OperationCanceledException or HttpRequestException or IOException => Connection(call, exception),
        HandlerException { InnerException: { } cause } => OfHandler(call, cause),
        WrongUseException => exception,

        // Whatever went wrong with the answer, the write may have taken effect.
        _ when call.WriteSent => OfHandler(call, exception),
        _ => exception,
    };

    /// <summary>The exception that the caller gets.</summary>
    internal static Exception OfCall(ProviderCall call, Exception exception)
    {
        if (exception is OperationCanceledException && call.CallerToken.IsCancellationRequested)
        {
            return new OperationCanceledException(exception.Message, exception, call.CallerToken);
        }

        // If something else ended the call, such as the disposal of the client, an earlier attempt may still have taken effect.
        if ((exception as BillingException ?? (call.OutcomeUnknown ? call.LastFailure : null)) is not { } failure)
        {
            return exception;
        }

        BillingException result = IsOpenCreate(call, failure) ? Ambiguous<Customer>(call, failure, found: null) : failure;
        result.Attempts = call.Attempts;

        // The last attempt may have been refused, but an earlier one may have taken effect.
        bool isOfEarlierAttempt = !result.OutcomeUnknown && call.OutcomeUnknown && call.Operation.Kind != OperationKind.Create;
        result.OutcomeUnknown |= isOfEarlierAttempt;
        result.Effect = WriteEffect.Of(call, result, isOfEarlierAttempt);
        return result;
    }

    /// <summary>The failure that an answer reports.</summary>
    /// <param name="call">The call.</param>
    /// <param name="response">The answer. Its status may be a success: some servers report errors that way.</param>
    /// <param name="error">What the provider's error reader found in it.</param>
    /// <param name="printableCode">The error code; null if it is unknown or may repeat what was sent.</param>
    /// <param name="retryAfter">How long the provider asks to wait; null if it does not.</param>
    internal static BillingException FromAnswer(
        ProviderCall call, ErrorResponse response, ProviderError error, string? printableCode, TimeSpan? retryAfter)
    {
        int status = response.StatusCode;
        bool isProviders = error.IsIn(response);
        ErrorKind kind = KindOf(call, error.Kind == ErrorKind.FromStatus ? StatusMeaning.KindOf(status, isProviders) : error.Kind);
        BillingErrorDetails details = new()
        {
            Provider = call.Provider.Name,
            Operation = call.Operation,
            StatusCode = status,
            ProviderCode = error.Code,
            ProviderMessage = error.Message,
            RequestId = call.RequestId ?? error.RequestId,
            ResponseBody = response.Body.Length == 0 ? null : response.Body,
            RetryAfter = retryAfter,
            IsTransient = kind is ErrorKind.RateLimit or ErrorKind.InProgress || StatusMeaning.IsTransient(status),
            OutcomeUnknown = call.WriteSent && LeavesWriteOpen(kind, status),
            IsGatewayPage = kind == ErrorKind.Gateway || (!isProviders && StatusMeaning.IsRefusal(status)),
        };
        string? existingId = TextCheck.IsProviderKey(error.ExistingId) ? error.ExistingId : null;
        string message = $"{Failed(call)} ({Status(call, status, printableCode)}): {ErrorMeaning.Of(call, kind, status, retryAfter)}";
        return kind switch
        {
            ErrorKind.Validation => new BillingValidationException(message, details, error.Fields),
            ErrorKind.Authentication => new BillingAuthenticationException(message, details),
            ErrorKind.Permission => new BillingPermissionException(message, details),
            ErrorKind.NotFound => new BillingNotFoundException(message, details),
            ErrorKind.Conflict => new BillingConflictException(message, details, existingId),
            ErrorKind.KeyTaken => new BillingConflictException(message, details, existingId) { Reason = ConflictReason.KeyTaken },
            ErrorKind.IdempotencyKeyReused => new BillingConflictException(message, details) { Reason = ConflictReason.IdempotencyKeyReused },
            ErrorKind.ConcurrentChange => new BillingConflictException(message, details) { Reason = ConflictReason.ConcurrentChange },
            ErrorKind.RateLimit => new BillingRateLimitException(message, details),
            _ => new BillingProviderException(message, details),
        };
    }

    internal static RedirectRefusedException Redirect(ProviderCall call) => new(
        $"{Failed(call)} ({Status(call, call.StatusCode)}): {call.Provider.DisplayName} answered with a redirect, which is never followed. Check BaseAddress.",
        Details(call, isTransient: false, outcomeUnknown: StatusMeaning.LeavesWriteOpen(call.StatusCode)));

    internal static UnreadableResponseException Unreadable(ProviderCall call, string problem, string? field = null, string? body = null)
    {
        BillingErrorDetails details = Details(call, isTransient: true, outcomeUnknown: true, body);
        return new UnreadableResponseException(
            $"{call.Provider.DisplayName}: the answer to {Request(call)} is a success ({Status(call, call.StatusCode)}), but {problem}{(problem.EndsWith('.') ? "" : ".")}",
            details,
            field);
    }

    internal static BillingAuthenticationException NoKey(ProviderCall call, string problem, Exception? cause = null) => new(
        $"{Failed(call)}: no API key is available. {problem}",
        Details(call, isTransient: false, outcomeUnknown: false),
        cause);

    internal static BillingConnectionException Connection(ProviderCall call, Exception cause)
    {
        Uri address = call.Settings.GetBaseAddress();
        string what = call.WriteSent || !FailedToConnect(cause)
            ? "the connection broke before the answer was complete"
            : $"no connection to {address.Host}:{address.Port} could be made{WithinLimit(cause)}. Check BaseAddress and the network";
        return new BillingConnectionException(
            $"{Failed(call)}: {what}; the inner exception says why.",
            Details(call, isTransient: true, outcomeUnknown: true),
            WithoutSecrets(cause));
    }

    /// <summary>A handler of the application has failed, or something else that is neither the network nor the provider.</summary>
    internal static BillingConnectionException OfHandler(ProviderCall call, Exception cause) => new(
        $"{Failed(call)}: a handler of this client's HTTP requests threw {cause.GetType().Name}; the inner exception says why.",
        Details(call, isTransient: call.WriteSent || cause is ExecutionRejectedException or TimeoutException, outcomeUnknown: true),
        WithoutSecrets(cause));

    /// <summary>A handler of the application was about to send a write again.</summary>
    internal static BillingConnectionException SentTwice(ProviderCall call) => new(
        $"{Failed(call)}: a handler that the application added to this client tried to send the same write again, and was stopped. Remove the handler: the"
            + " client retries by itself, where that is safe.",
        Details(call, isTransient: true, outcomeUnknown: true));

    internal static AmbiguousOutcomeException Ambiguous<T>(ProviderCall call, BillingException? failure, T? found, bool isAgeKnown = true)
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
        string sent = failure is null ? "was sent and answered." : "failed after it was sent; the inner exception says why.";
        return new AmbiguousOutcomeException(
            $"{call.Provider.DisplayName}: the request to {call.Operation.Action} {sent}",
            details,
            call.IdempotencyKey,
            found as Customer,
            failure)
        {
            IsAgeKnown = isAgeKnown,
        };
    }

    /// <summary>A look-up after an open attempt has found who has the unique key: somebody who was there before.</summary>
    internal static BillingConflictException AnotherHasTheKey(ProviderCall call, string existingId) => new(
        $"{call.Provider.DisplayName}: another {call.Operation.Resource} has the same unique key, and was created before this call. Read it (see ExistingId), or"
            + " call GetOrCreateAsync.",
        Details(call, isTransient: false, outcomeUnknown: false),
        existingId,
        call.LastFailure)
    {
        Reason = ConflictReason.KeyTaken,
    };

    /// <summary>A look-up before the create has found who has the key; the create was not sent.</summary>
    internal static BillingConflictException KeyIsTaken(ProviderCall call, string existingId) => new(
        $"{call.Provider.DisplayName}: another {call.Operation.Resource} has this {UniqueKeyOf(call)}, and a create would change that one. Update it (see"
            + " ExistingId), or call GetOrCreateAsync.",
        new BillingErrorDetails { Provider = call.Provider.Name, Operation = call.Operation },
        existingId)
    {
        Reason = ConflictReason.KeyTaken,
    };

    /// <summary>The provider has changed an existing resource instead of creating one.</summary>
    internal static BillingConflictException ExistingWasChanged(ProviderCall call, string existingId) => new(
        $"{call.Provider.DisplayName}: another {call.Operation.Resource} had this {UniqueKeyOf(call)} already (see ExistingId).",
        Details(call, isTransient: false, outcomeUnknown: false),
        existingId,
        call.LastFailure)
    {
        Reason = ConflictReason.KeyTaken,
        ExistingWasChanged = true,
    };

    /// <summary>The caller's idempotency key was used before: the provider answered with what was created then.</summary>
    internal static BillingConflictException KeyWasUsedBefore(ProviderCall call, string existingId) => new(
        $"{call.Provider.DisplayName}: CallOptions.IdempotencyKey was used before, for another {call.Operation.Resource} (see ExistingId). Use a new key for each"
            + $" {call.Operation.Resource}.",
        Details(call, isTransient: false, outcomeUnknown: false),
        existingId)
    {
        Reason = ConflictReason.IdempotencyKeyReused,
    };

    /// <summary>The answer is about another resource than the one that was asked for or sent.</summary>
    /// <param name="call">The call.</param>
    /// <param name="property">The property that differs.</param>
    internal static UnreadableResponseException AboutAnother(ProviderCall call, string property) =>
        Unreadable(call, $"it is about another {call.Operation.Resource}: its {property} is not the one that was {(call.Operation.IsRead ? "asked for" : "sent")}", property);

    /// <summary>The answer does not say which resource it is about.</summary>
    /// <param name="call">The call.</param>
    /// <param name="property">The property that is missing.</param>
    internal static UnreadableResponseException AboutNobody(ProviderCall call, string property) =>
        Unreadable(call, $"it does not say which {call.Operation.Resource} it is about: it has no {property}", property);

    // A write whose sending failed has no answer. If there is one nevertheless, a handler made it up, such as a client-side rate limit. It says nothing about
    // the write.
    private static BillingException OfAnswer(ProviderCall call, BillingException failure)
    {
        failure.OutcomeUnknown |= call.Write.IsLost;
        return failure;
    }

    private static string UniqueKeyOf(ProviderCall call) =>
        call.Provider.Capabilities.UniqueKey is var key && key != UniqueKey.None ? key.ToString() : "unique key";

    internal static BillingTimeoutException Timeout(ProviderCall call)
    {
        bool isTotal = call.AttemptIsLimitedBy == BillingTimeout.Total;
        TimeSpan limit = isTotal ? call.TotalTimeout : call.Settings.AttemptTimeout;
        string name = !isTotal ? "attempt (AttemptTimeout)" : call.Options?.Timeout is null ? "whole call (TotalTimeout)" : "whole call (CallOptions.Timeout)";
        return new BillingTimeoutException(
            $"{Failed(call)}: the time limit of the {name}, {ErrorMeaning.Seconds(limit)}, has expired. Raise it if {call.Provider.DisplayName} needs longer.",
            Details(call, isTransient: true, outcomeUnknown: true),
            call.AttemptIsLimitedBy,
            limit,
            isTotal ? call.LastFailure : null);
    }

    /// <summary>Whether a create whose outcome was unknown ends with this failure.</summary>
    // Only a conflict settles whether it took effect. Any other refusal is about the last attempt and may come from a gateway, and an earlier attempt may have
    // succeeded.
    internal static bool EndsCreate(BillingException failure) => failure is AmbiguousOutcomeException or BillingConflictException { OutcomeUnknown: false };

    private static bool IsOpenCreate(ProviderCall call, BillingException failure) =>
        call.Operation.Kind == OperationKind.Create
        && (call.OutcomeUnknown || failure.OutcomeUnknown)
        && !EndsCreate(failure);

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

    // A look-up changes nothing, so it cannot be in conflict. A conflict in answer to it does not say that the write was refused.
    private static ErrorKind KindOf(ProviderCall call, ErrorKind kind) => kind switch
    {
        ErrorKind.Conflict or ErrorKind.KeyTaken or ErrorKind.IdempotencyKeyReused or ErrorKind.ConcurrentChange when call.IsLookUp => ErrorKind.Provider,
        _ => kind,
    };

    // After an answer with the status of a success and the body of an error, the outcome is unknown, unless the error's code tells.
    private static bool LeavesWriteOpen(ErrorKind kind, int status) =>
        kind == ErrorKind.InProgress || (kind == ErrorKind.Provider && (status < 300 || StatusMeaning.LeavesWriteOpen(status)));

    // If the answer is not HTTP, the framework's message quotes it. If a proxy refuses, it quotes the proxy's address, with its user and password.
    private static Exception WithoutSecrets(Exception cause) => cause switch
    {
        HttpRequestException { HttpRequestError: HttpRequestError.InvalidResponse } or HttpIOException { HttpRequestError: HttpRequestError.InvalidResponse } =>
            new HttpRequestException(HttpRequestError.InvalidResponse, "The answer is not valid HTTP, or has an invalid header."),
        HttpRequestException { HttpRequestError: HttpRequestError.ProxyTunnelError } =>
            new HttpRequestException(HttpRequestError.ProxyTunnelError, "The proxy did not connect. Check its address, user and password, and what it allows."),
        _ when UserInAddress().IsMatch(cause.ToString()) => new HttpRequestException(
            (cause as HttpRequestException)?.HttpRequestError ?? HttpRequestError.Unknown,
            $"{cause.GetType().Name}. Its message is not shown, because it contains an address with a user name."),
        _ => cause,
    };

    [GeneratedRegex("://[^/@\\s]*@", RegexOptions.CultureInvariant)]
    private static partial Regex UserInAddress();

    private static string WithinLimit(Exception cause) => cause.InnerException is OperationCanceledException ? " within ConnectTimeout" : "";

    internal static bool FailedToConnect(Exception cause) => cause is HttpRequestException
    {
        HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError
            or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError
    };

    // How a message begins. Whether a write took effect is said at its end, see WriteEffect: "failed" is true in any case.
    private static string Failed(ProviderCall call) => $"{call.Provider.DisplayName}: {Request(call)} failed";

    private static string Request(ProviderCall call) => !call.IsLookUp ? $"the request to {call.Operation.Action}"
        : call.OutcomeUnknown && call.Operation.Kind == OperationKind.Create ? "the look-up after the create"
        : $"the look-up before the {call.Operation.KindName}";

    // The status is unknown only if a handler of the application made up the answer.
    private static string Status(ProviderCall call, int statusCode, string? printableCode = null)
    {
        string status = statusCode == 0 ? "from a handler of the application" : string.Create(CultureInfo.InvariantCulture, $"HTTP {statusCode}");
        return $"{status}{(printableCode is null ? "" : $", {printableCode}")}{(call.PrintableRequestId is { } id ? $", request id {id}" : "")}";
    }
}
