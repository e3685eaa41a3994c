using System.Globalization;
using System.Text.Json;

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
        result.Tries = AttemptsMade.Of(call, result);

        // The last attempt may have been refused, but an earlier one may have taken effect.
        bool isOfEarlierAttempt = !result.OutcomeUnknown && call.OutcomeUnknown && call.Operation.Kind != OperationKind.Create;
        result.OutcomeUnknown |= isOfEarlierAttempt;
        result.Effect = WriteEffect.Of(call, result, isOfEarlierAttempt);
        return result;
    }

    internal static AmbiguousOutcomeException Ambiguous<T>(ProviderCall call, BillingException? failure, T? found, bool isAgeKnown = true)
        where T : class
    {
        BillingErrorDetails details = new()
        {
            Provider = call.Provider.Name,
            Client = call.ClientName,
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

    /// <summary>Whether a create whose outcome was unknown ends with this failure.</summary>
    // Only a conflict settles whether it took effect. Any other refusal is about the last attempt and may come from a gateway, and an earlier attempt may have
    // succeeded.
    internal static bool EndsCreate(BillingException failure) => failure is AmbiguousOutcomeException or BillingConflictException { OutcomeUnknown: false };

    // A write whose sending failed has no answer. If there is one nevertheless, a handler made it up, such as a client-side rate limit. It says nothing about
    // the write.
    private static BillingException OfAnswer(ProviderCall call, BillingException failure)
    {
        // What a provider's own code throws does not say which client it is of.
        failure.Client ??= call.ClientName;
        failure.OutcomeUnknown |= call.Write.IsLost;
        return failure;
    }

    private static bool IsOpenCreate(ProviderCall call, BillingException failure) =>
        call.Operation.Kind == OperationKind.Create
        && (call.OutcomeUnknown || failure.OutcomeUnknown)
        && !EndsCreate(failure);

    private static BillingErrorDetails Details(ProviderCall call, bool isTransient, bool outcomeUnknown, string? body = null) => new()
    {
        Provider = call.Provider.Name,
        Client = call.ClientName,
        Operation = call.Operation,
        StatusCode = call.StatusCode == 0 ? null : call.StatusCode,
        RequestId = call.RequestId,
        ResponseBody = body,
        IsTransient = isTransient,
        OutcomeUnknown = outcomeUnknown && call.WriteSent,
    };

    // How a message begins. Whether a write took effect is said at its end, see WriteEffect: "failed" is true in any case.
    private static string Failed(ProviderCall call) => $"{call.Provider.DisplayName}: {Request(call)} failed";

    private static string Request(ProviderCall call) => call.Operation.IsOwn ? $"the request {call.Operation.Name}"
        : !call.IsLookUp ? $"the request to {call.Operation.Action}"
        : call.OutcomeUnknown && call.Operation.Kind == OperationKind.Create ? "the look-up after the create"
        : $"the look-up before the {call.Operation.KindName}";

    // The status is unknown only if a handler of the application made up the answer.
    private static string Status(ProviderCall call, int statusCode, string? printableCode = null)
    {
        string status = statusCode == 0 ? "from a handler of the application" : string.Create(CultureInfo.InvariantCulture, $"HTTP {statusCode}");
        return $"{status}{(printableCode is null ? "" : $", {printableCode}")}{(call.PrintableRequestId is { } id ? $", request id {id}" : "")}";
    }
}
