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
        result.OutcomeUnknown |= call.OutcomeUnknown && call.Operation.Kind != OperationKind.Create;
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
        ErrorKind kind = error.Kind == ErrorKind.FromStatus ? StatusMeaning.KindOf(status, isProviders) : error.Kind;
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
        string? existingId = error.ExistingId is { } id && TextCheck.CheckKey(id) is null ? id : null;
        string message = $"{call.Provider.DisplayName} did not {call.Operation.Action}"
            + $" ({Status(status, printableCode)}): {Meaning(call, kind, status, retryAfter)}{RequestId(call.PrintableRequestId)}";
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
        $"{call.Provider.DisplayName} answered with a redirect ({Status(call.StatusCode)}), which is never followed. Check BaseAddress.",
        Details(call, isTransient: false, outcomeUnknown: StatusMeaning.LeavesWriteOpen(call.StatusCode)));

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
        $"{call.Provider.DisplayName}: could not {call.Operation.Action}, because no API key is available: {problem} This attempt sent nothing.",
        Details(call, isTransient: false, outcomeUnknown: false),
        cause);

    internal static BillingConnectionException Connection(ProviderCall call, Exception cause)
    {
        Uri address = call.Settings.GetBaseAddress();
        string what = call.WriteSent || !FailedToConnect(cause)
            ? "The connection broke before the answer was complete"
            : $"No connection to {address.Host}:{address.Port} could be made{WithinLimit(cause)}. Check BaseAddress and the network";
        return new BillingConnectionException(
            $"{call.Provider.DisplayName}: could not {call.Operation.Action}. {what}; the inner exception says why.",
            Details(call, isTransient: true, outcomeUnknown: true),
            WithoutSecrets(cause));
    }

    /// <summary>A handler of the application has failed, or something else that is neither the network nor the provider.</summary>
    internal static BillingConnectionException OfHandler(ProviderCall call, Exception cause)
    {
        string effect = call.Operation.IsRead ? ""
            : call.WriteSent ? " The request was sent and may have taken effect."
            : " Nothing was changed.";
        return new BillingConnectionException(
            $"{call.Provider.DisplayName}: could not {call.Operation.Action}. A handler of this client's HTTP requests failed with {cause.GetType().Name};"
                + $" the inner exception says why.{effect}",
            Details(call, isTransient: call.WriteSent || cause is ExecutionRejectedException or TimeoutException, outcomeUnknown: true),
            WithoutSecrets(cause));
    }

    /// <summary>A handler of the application was about to send a write again.</summary>
    internal static BillingConnectionException SentTwice(ProviderCall call) => new(
        $"{call.Provider.DisplayName}: could not {call.Operation.Action}. A handler that the application added to this client tried to send the same write again,"
            + " and was stopped. The first one may have taken effect. Remove the handler: the client retries by itself, where that is safe.",
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
        string clue = found is null
            ? $"Look for the {call.Operation.Resource} before you create it again."
            : !isAgeKnown ? $"A {call.Operation.Resource} that may be the one was found, but it is unknown whether it existed before the call: see Found."
            : $"A {call.Operation.Resource} that was created after the call began was found, but its fields differ from what was sent: see Found.";
        string again = call.IdempotencyKey is null || call.Provider.Capabilities.IdempotencyKeys == Support.Unknown ? "" : " To send it again, use the same IdempotencyKey.";
        return new AmbiguousOutcomeException(
            $"{call.Provider.DisplayName}: it is unknown whether the {call.Operation.Resource} was created. {clue}{again}"
                + (failure is null ? "" : " The inner exception says what happened."),
            details,
            call.IdempotencyKey,
            found as Customer,
            failure);
    }

    /// <summary>A look-up after an open attempt has found who has the unique key: somebody who was there before.</summary>
    internal static BillingConflictException AnotherHasTheKey(ProviderCall call, string existingId) => new(
        $"{call.Provider.DisplayName} did not {call.Operation.Action}: another {call.Operation.Resource} with the same unique key exists,"
            + " which was created before this call. Read it, or call GetOrCreateAsync.",
        Details(call, isTransient: false, outcomeUnknown: false),
        existingId,
        call.LastFailure)
    {
        Reason = ConflictReason.KeyTaken,
    };

    /// <summary>A look-up before the create has found who has the key; the create was not sent.</summary>
    internal static BillingConflictException KeyIsTaken(ProviderCall call, string existingId) => new(
        $"{call.Provider.DisplayName} did not {call.Operation.Action}: another {call.Operation.Resource} has this {UniqueKeyOf(call)}, and a create would change"
            + " that one. This attempt sent only the look-up. Update the existing one (see ExistingId), or call GetOrCreateAsync.",
        new BillingErrorDetails { Provider = call.Provider.Name, Operation = call.Operation },
        existingId)
    {
        Reason = ConflictReason.KeyTaken,
    };

    /// <summary>The provider has changed an existing resource instead of creating one.</summary>
    internal static BillingConflictException ExistingWasChanged(ProviderCall call, string existingId) => new(
        $"{call.Provider.DisplayName} did not {call.Operation.Action}: another {call.Operation.Resource} had this {UniqueKeyOf(call)}, and"
            + " it was changed to what was sent. Read the one with ExistingId, and update it if it should be as it was before.",
        Details(call, isTransient: false, outcomeUnknown: false),
        existingId,
        call.LastFailure)
    {
        Reason = ConflictReason.KeyTaken,
        ExistingWasChanged = true,
    };

    /// <summary>The caller's idempotency key was used before: the provider answered with what was created then.</summary>
    internal static BillingConflictException KeyWasUsedBefore(ProviderCall call, string existingId) => new(
        $"{call.Provider.DisplayName} did not {call.Operation.Action}: CallOptions.IdempotencyKey was used before, for another"
            + $" {call.Operation.Resource} (see ExistingId). Use a new key for each {call.Operation.Resource}.",
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
        string name = isTotal ? "whole call (TotalTimeout)" : "attempt (AttemptTimeout)";
        return new BillingTimeoutException(
            $"{call.Provider.DisplayName}: could not {call.Operation.Action}. The time limit of the {name}, {Seconds(limit)}, has expired.",
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

    // After an answer with the status of a success and the body of an error, the outcome is unknown, unless the error's code tells.
    private static bool LeavesWriteOpen(ErrorKind kind, int status) =>
        kind == ErrorKind.InProgress || (kind == ErrorKind.Provider && (status < 300 || StatusMeaning.LeavesWriteOpen(status)));

    private static string Meaning(ProviderCall call, ErrorKind kind, int status, TimeSpan? retryAfter) => kind switch
    {
        ErrorKind.Validation => "it rejected the request; see Errors and ProviderMessage.",
        ErrorKind.Authentication => "it did not accept the API key. Check that the key is this provider's, of the right kind, and not revoked.",
        ErrorKind.Permission => "the API key may not do this.",
        ErrorKind.NotFound => NotFound(call),
        ErrorKind.Conflict => "the request conflicts with what is stored; see ProviderMessage.",
        ErrorKind.KeyTaken => $"another {call.Operation.Resource} has the same unique key. Read it, or call GetOrCreateAsync.",
        ErrorKind.IdempotencyKeyReused => "the idempotency key was used before for another request. Use a new one.",
        ErrorKind.ConcurrentChange => $"somebody else changed the {call.Operation.Resource} at the same time. Read it and try again.",
        ErrorKind.InProgress => "a request with the same idempotency key is still being processed.",
        ErrorKind.Gateway => $"the answer is not in {call.Provider.DisplayName}'s error format, so it says nothing about a {call.Operation.Resource}. It comes from a"
            + $" gateway or a proxy, or BaseAddress is wrong: check {call.Settings.GetBaseAddress()}, including its path.",
        ErrorKind.RateLimit => retryAfter is { } wait ? $"too many requests; it asks to wait {Seconds(wait)}." : "too many requests.",
        _ when status < 300 => "the answer has the status of a success and the body of an error; see ProviderMessage.",
        _ => status >= 500 ? "an error on the provider's side." : "its documents do not mention this status.",
    };

    private static string NotFound(ProviderCall call) => call.Operation.Kind is OperationKind.Create or OperationKind.List
        ? $"there is nothing at {call.Settings.GetBaseAddress()}. Check BaseAddress, including its path."
        : $"there is no such {call.Operation.Resource}.";

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

    private static string Status(int? statusCode, string? printableCode = null) => (statusCode, printableCode) switch
    {
        (null, _) => "no answer",
        ({ } status, null) => string.Create(CultureInfo.InvariantCulture, $"HTTP {status}"),
        ({ } status, { } code) => string.Create(CultureInfo.InvariantCulture, $"HTTP {status}, {code}"),
    };

    private static string RequestId(string? printableId) => printableId is null ? string.Empty : $" Request id: {printableId}.";

    private static string Seconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.###} s");
}
