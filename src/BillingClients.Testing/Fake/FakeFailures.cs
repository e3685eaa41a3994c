using BillingClients.Providers;

namespace BillingClients.Testing;

/// <summary>The failures that applications must expect, made for a call: <c>client.OnCall = (call, _) => throw call.RateLimited()</c>.</summary>
public static class FakeFailures
{
    /// <summary>The provider did not accept the API key (401).</summary>
    public static BillingAuthenticationException NotAuthenticated(this FakeCall call)
    {
        BillingErrorDetails details = Details(call, 401);
        return new BillingAuthenticationException(
            Message(call, details, $"{call.Provider.DisplayName} did not accept the API key. Check that the key is this provider's, of the right kind, and not revoked."),
            details);
    }

    /// <summary>There is no such customer (404).</summary>
    public static BillingNotFoundException NotFound(this FakeCall call)
    {
        BillingErrorDetails details = Details(call, 404);
        return new BillingNotFoundException(
            Message(call, details, $"there is no such {call.Operation.Resource}. Check the id or external id that you passed, and that the API key is of the same account."), details);
    }

    /// <summary>The customer is in conflict with one that is stored (409).</summary>
    /// <param name="call">The call.</param>
    /// <param name="existingId">The id of the customer in the way; null when the provider does not tell.</param>
    /// <param name="existingWasChanged">Whether a create has changed that customer to what was sent.</param>
    /// <param name="reason">Why it is a conflict.</param>
    public static BillingConflictException Conflict(
        this FakeCall call, string? existingId = null, bool existingWasChanged = false, ConflictReason reason = ConflictReason.KeyTaken)
    {
        BillingErrorDetails details = Details(call, existingWasChanged ? 200 : 409);
        string message = existingWasChanged ? FakeMessages.ExistingWasChanged(call) : Message(call, details, FakeMessages.Conflict(call, reason, isExistingKnown: existingId is not null));
        return new BillingConflictException(message, details, existingId)
        {
            Reason = reason,
            ExistingWasChanged = existingWasChanged,
        };
    }

    /// <summary>Too many requests (429), after all attempts.</summary>
    /// <param name="call">The call.</param>
    /// <param name="retryAfter">How long the provider asks to wait; null when it does not say.</param>
    public static BillingRateLimitException RateLimited(this FakeCall call, TimeSpan? retryAfter = null)
    {
        BillingErrorDetails details = Details(call, 429, isTransient: true, retryAfter: retryAfter);
        string what = retryAfter is { } wait ? $"{call.Provider.DisplayName} asks to wait {FakeMessages.Seconds(wait)}" : "slow down";
        return new BillingRateLimitException(Message(call, details, $"too many requests; {what}."), details);
    }

    /// <summary>The provider failed on its side (5xx), after all attempts.</summary>
    /// <param name="call">The call.</param>
    /// <param name="status">The HTTP status.</param>
    public static BillingProviderException ProviderFailure(this FakeCall call, int status = 503)
    {
        BillingErrorDetails details = Details(call, status, isTransient: true, outcomeUnknown: true);
        return new BillingProviderException(Message(call, details, $"an error on {call.Provider.DisplayName}'s side; see ProviderMessage."), details);
    }

    /// <summary>No connection could be made.</summary>
    public static BillingConnectionException NoConnection(this FakeCall call)
    {
        BillingErrorDetails details = Details(call, null, isTransient: true);
        return new BillingConnectionException(Message(call, details, $"no connection to {call.Provider.DisplayName} could be made. Check BaseAddress and the network."), details);
    }

    /// <summary>The time for the whole call is over.</summary>
    /// <param name="call">The call.</param>
    /// <param name="limit">How long the limit was.</param>
    public static BillingTimeoutException TimedOut(this FakeCall call, TimeSpan limit)
    {
        BillingErrorDetails details = Details(call, null, isTransient: true, outcomeUnknown: true);
        string name = call.Options?.Timeout is null ? "TotalTimeout" : "CallOptions.Timeout";
        string meaning = $"the time limit of the whole call ({name}), {FakeMessages.Seconds(limit)}, has expired. Raise it if {call.Provider.DisplayName} needs longer.";
        return new BillingTimeoutException(Message(call, details, meaning), details, BillingTimeout.Total, limit);
    }

    /// <summary>It cannot be told whether the customer was created. Throw it from <see cref="FakeCustomerClient.OnCall"/> when nothing is to be stored, from
    /// <see cref="FakeCustomerClient.OnAnswer"/> when the customer is to be stored.</summary>
    /// <param name="call">The call.</param>
    /// <param name="found">A customer that may be the one; null when none was found.</param>
    public static AmbiguousOutcomeException Ambiguous(this FakeCall call, Customer? found = null)
    {
        BillingErrorDetails details = Details(call, null, outcomeUnknown: true);
        return new AmbiguousOutcomeException(FakeMessages.Ambiguous(call, found), details, call.Options?.IdempotencyKey, found);
    }

    private static string Message(FakeCall call, BillingErrorDetails details, string meaning) =>
        FakeMessages.Of(call, details, meaning);

    private static BillingErrorDetails Details(
        FakeCall call, int? status, bool isTransient = false, bool outcomeUnknown = false, TimeSpan? retryAfter = null)
    {
        ArgumentNullException.ThrowIfNull(call);
        return new BillingErrorDetails
        {
            Provider = call.Provider.Name,
            Client = call.Client,
            Operation = call.Operation,
            StatusCode = status,
            Attempts = 1,
            IsTransient = isTransient,
            OutcomeUnknown = outcomeUnknown && call.Operation.Kind is not (OperationKind.Get or OperationKind.List),
            RetryAfter = retryAfter,
        };
    }
}
