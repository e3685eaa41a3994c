using BillingClients.Providers;

namespace BillingClients.Testing;

/// <summary>The failures that applications must expect, made for a call: <c>client.OnCall = (call, _) => throw call.RateLimited()</c>.</summary>
public static class FakeFailures
{
    /// <summary>The provider did not accept the API key (401).</summary>
    public static BillingAuthenticationException NotAuthenticated(this FakeCall call) =>
        new("The fake provider does not accept the API key.", Details(call, 401));

    /// <summary>There is no such customer (404).</summary>
    public static BillingNotFoundException NotFound(this FakeCall call) => new("The fake provider has no such customer.", Details(call, 404));

    /// <summary>The customer is in conflict with one that is stored (409).</summary>
    /// <param name="call">The call.</param>
    /// <param name="existingId">The id of the customer in the way; null when the provider does not tell.</param>
    /// <param name="existingWasChanged">Whether a create has changed that customer to what was sent.</param>
    /// <param name="reason">Why it is a conflict.</param>
    public static BillingConflictException Conflict(
        this FakeCall call, string? existingId = null, bool existingWasChanged = false, ConflictReason reason = ConflictReason.KeyTaken) =>
        new("The fake provider has a customer with the same unique key.", Details(call, existingWasChanged ? 200 : 409), existingId)
        {
            Reason = reason,
            ExistingWasChanged = existingWasChanged,
        };

    /// <summary>Too many requests (429), after all attempts.</summary>
    /// <param name="call">The call.</param>
    /// <param name="retryAfter">How long the provider asks to wait; null when it does not say.</param>
    public static BillingRateLimitException RateLimited(this FakeCall call, TimeSpan? retryAfter = null) =>
        new("The fake provider had too many requests.", Details(call, 429, isTransient: true, retryAfter: retryAfter));

    /// <summary>The provider failed on its side (5xx), after all attempts.</summary>
    /// <param name="call">The call.</param>
    /// <param name="status">The HTTP status.</param>
    public static BillingProviderException ProviderFailure(this FakeCall call, int status = 503) =>
        new("The fake provider failed on its side.", Details(call, status, isTransient: true, outcomeUnknown: true));

    /// <summary>No connection could be made.</summary>
    public static BillingConnectionException NoConnection(this FakeCall call) =>
        new("No connection to the fake provider could be made.", Details(call, null, isTransient: true));

    /// <summary>The time for the whole call is over.</summary>
    /// <param name="call">The call.</param>
    /// <param name="limit">How long the limit was.</param>
    public static BillingTimeoutException TimedOut(this FakeCall call, TimeSpan limit) =>
        new("The time for the call to the fake provider is over.", Details(call, null, isTransient: true, outcomeUnknown: true), BillingTimeout.Total, limit);

    /// <summary>It cannot be told whether the customer was created. Throw it from <see cref="FakeCustomerClient.OnCall"/> when nothing is to be stored, from
    /// <see cref="FakeCustomerClient.OnAnswer"/> when the customer is to be stored.</summary>
    /// <param name="call">The call.</param>
    /// <param name="found">A customer that may be the one; null when none was found.</param>
    public static AmbiguousOutcomeException Ambiguous(this FakeCall call, Customer? found = null)
    {
        BillingErrorDetails details = Details(call, null, outcomeUnknown: true);
        return new AmbiguousOutcomeException("It is unknown whether the fake provider created the customer.", details, call.Options?.IdempotencyKey, found);
    }

    private static BillingErrorDetails Details(
        FakeCall call, int? status, bool isTransient = false, bool outcomeUnknown = false, TimeSpan? retryAfter = null)
    {
        ArgumentNullException.ThrowIfNull(call);
        return new BillingErrorDetails
        {
            Provider = call.Provider.Name,
            Operation = call.Operation,
            StatusCode = status,
            Attempts = 1,
            IsTransient = isTransient,
            OutcomeUnknown = outcomeUnknown && call.Operation.Kind is not (OperationKind.Get or OperationKind.List),
            RetryAfter = retryAfter,
        };
    }
}
