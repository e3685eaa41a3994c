using System.Text.Json;
using Polly.Timeout;

namespace BillingClients.Providers;

/// <summary>Names what ended an attempt, and what ended a call.</summary>
internal static class Outcomes
{
    /// <summary>What ended an attempt, as a <see cref="BillingException"/>; the caller's own cancellation as it is.</summary>
    internal static Exception OfAttempt(ProviderCall call, Exception exception, CancellationToken attemptToken) => exception switch
    {
        BillingException => exception,
        WireFormatException missing => Failures.Unreadable(call, "a field that must be there is missing, or cannot be used", missing.Field),

        // What is kept as it was read, metadata and unknown fields, is written again to compare it or to send it back; text that is no Unicode shows only then.
        JsonException => Failures.Unreadable(call, "its body holds text that is not valid Unicode"),
        OperationCanceledException when call.CallerToken.IsCancellationRequested => exception,
        OperationCanceledException when call.TotalToken.IsCancellationRequested => Failures.Timeout(call, BillingTimeout.Total, null),
        OperationCanceledException when attemptToken.IsCancellationRequested =>
            Failures.Timeout(call, call.IsLimitedByTotal ? BillingTimeout.Total : BillingTimeout.Attempt, null),
        OperationCanceledException or HttpRequestException or IOException => Failures.Connection(call, exception),
        _ => exception,
    };

    /// <summary>What the caller of the whole call is told.</summary>
    internal static Exception OfCall(ProviderCall call, Exception exception)
    {
        Exception last = exception switch
        {
            OperationCanceledException when call.CallerToken.IsCancellationRequested => new OperationCanceledException(exception.Message, exception, call.CallerToken),
            // The time ran out while waiting for the next attempt.
            TimeoutRejectedException => Failures.Timeout(call, BillingTimeout.Total, call.LastFailure),
            _ => exception,
        };
        if (last is not BillingException failure)
        {
            return last;
        }

        BillingException told = CreateIsOpen(call, failure) ? Failures.Ambiguous(call, failure, found: null) : failure;
        told.Attempts = call.Attempts;

        // The last attempt may have been refused, and an earlier one not.
        told.OutcomeUnknown |= call.OutcomeUnknown && call.Request.Operation != CustomerOperation.Create;
        return told;
    }

    // Only a conflict settles it. Any other refusal is about the last attempt: its words may be those of a gateway, and an earlier attempt may have worked.
    private static bool CreateIsOpen(ProviderCall call, BillingException failure) =>
        call.Request.Operation == CustomerOperation.Create
        && (call.OutcomeUnknown || failure.OutcomeUnknown)
        && failure is not (AmbiguousOutcomeException or BillingConflictException);
}
