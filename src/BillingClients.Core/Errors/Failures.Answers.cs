namespace BillingClients.Providers;

/// <content>An answer that is not a success, or a success that cannot be used.</content>
internal static partial class Failures
{
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
            Client = call.ClientName,
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
        string message = $"{Failed(call)} ({Status(call, status, printableCode)}): {ErrorMeaning.Of(call, kind, status, retryAfter, isExistingKnown: existingId is not null)}";
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

    internal static UnreadableResponseException Unreadable(ProviderCall call, string problem, string? field = null, string? body = null) =>
        new(UnreadableMessage(call, problem), Details(call, isTransient: true, outcomeUnknown: true, body), field);

    /// <summary>The contracts of an application's own interface, or its converters, cannot read the answer.</summary>
    /// <param name="call">The call.</param>
    /// <param name="cause">What they threw.</param>
    /// <param name="body">The body of the answer.</param>
    internal static UnreadableResponseException NotReadByApplication(ProviderCall call, Exception cause, string body) => new(
        UnreadableMessage(call, $"reading it failed with {cause.GetType().Name}; the inner exception says why"),
        Details(call, isTransient: false, outcomeUnknown: true, body),
        innerException: cause);

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

    private static string UnreadableMessage(ProviderCall call, string problem) =>
        $"{call.Provider.DisplayName}: the answer to {Request(call)} is a success ({Status(call, call.StatusCode)}), but {problem}{(problem.EndsWith('.') ? "" : ".")}";

    // A look-up changes nothing, so it cannot be in conflict. A conflict in answer to it does not say that the write was refused.
    private static ErrorKind KindOf(ProviderCall call, ErrorKind kind) => kind switch
    {
        ErrorKind.Conflict or ErrorKind.KeyTaken or ErrorKind.IdempotencyKeyReused or ErrorKind.ConcurrentChange when call.IsLookUp => ErrorKind.Provider,
        _ => kind,
    };

    // After an answer with the status of a success and the body of an error, the outcome is unknown, unless the error's code tells.
    private static bool LeavesWriteOpen(ErrorKind kind, int status) =>
        kind == ErrorKind.InProgress || (kind == ErrorKind.Provider && (status < 300 || StatusMeaning.LeavesWriteOpen(status)));
}
