using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace BillingClients.Providers;

/// <summary>One call of an operation, including all its attempts. For writing a provider.</summary>
[DebuggerDisplay("{Request}")]
public sealed class ProviderCall
{
    private static readonly TimeSpan ShortestLimit = TimeSpan.FromMilliseconds(1);
    private static readonly AsyncLocal<ProviderCall?> CurrentCall = new();

    /// <summary>Whether the write of this attempt was sent and answered. The key handler records it.</summary>
    internal SentWrite Write;

    private readonly long _startTimestamp;
    private TimeSpan _providerClockIsAhead;

    internal ProviderCall(ProviderAccount account, ProviderRequest request, CallOptions? options, CancellationToken callerToken)
    {
        Account = account;
        Request = request;
        Settings = account.Settings;
        Options = options;
        TimeProvider = account.TimeProvider;
        CallerToken = callerToken;
        StartedAt = TimeProvider.GetUtcNow();
        _startTimestamp = TimeProvider.GetTimestamp();
        IdempotencyKey = request.TakesIdempotencyKey ? options?.IdempotencyKey ?? Guid.NewGuid().ToString("D") : null;
    }

    /// <summary>The idempotency key: the caller's, or a new one. Null unless the operation is a create and the provider takes idempotency keys.</summary>
    public string? IdempotencyKey { get; }

    /// <summary>Whether the caller chose the idempotency key, so that it may have been used before.</summary>
    internal bool HasCallersKey => IdempotencyKey is not null && Options?.IdempotencyKey is not null;

    /// <summary>The running call, for the HTTP handlers.</summary>
    internal static ProviderCall? Current
    {
        get => CurrentCall.Value;
        set => CurrentCall.Value = value;
    }

    internal ProviderAccount Account { get; }

    internal ProviderDescriptor Provider => Account.Provider;

    /// <summary>The name that the client is registered under.</summary>
    internal string ClientName => Account.Name;

    internal ProviderRequest Request { get; }

    internal BillingOperation Operation => Request.Operation;

    /// <summary>The account's settings when the call began.</summary>
    internal ProviderOptions Settings { get; }

    internal CallOptions? Options { get; }

    /// <summary>The keys of the metadata that is sent: the caller's own words in a body whose other names are the provider's.</summary>
    internal IEnumerable<string>? MetadataKeys { get; set; }

    internal TimeProvider TimeProvider { get; }

    internal CancellationToken CallerToken { get; }

    internal DateTimeOffset StartedAt { get; }

    /// <summary>Whether the call compares its start with the provider's time stamps, and so reads the provider's clock from its answers.</summary>
    internal bool ComparesAges { get; set; }

    internal TimeSpan TotalTimeout => Options?.Timeout ?? Settings.TotalTimeout;

    internal TimeSpan Elapsed => TimeProvider.GetElapsedTime(_startTimestamp);

    /// <summary>The time that is left for the whole call; negative after its time limit.</summary>
    internal TimeSpan TimeLeft => TotalTimeout - Elapsed;

    /// <summary>How many attempts were started.</summary>
    internal int Attempts { get; private set; }

    /// <summary>Whether the time for the whole call was up before this attempt began. If so, the attempt sends nothing.</summary>
    internal bool IsTooLate { get; private set; }

    /// <summary>Which of the two time limits applies to the attempt: the one that expires first.</summary>
    internal BillingTimeout AttemptIsLimitedBy { get; private set; }

    /// <summary>Whether an earlier attempt may have taken effect.</summary>
    internal bool OutcomeUnknown { get; private set; }

    /// <summary>
    /// Whether the create is never sent again, because nothing is unique or because the unique key is taken: from now on the client only looks for the customer.
    /// </summary>
    internal bool OnlyLooks { get; set; }

    /// <summary>The id of the customer that a conflict named; null if none did.</summary>
    internal string? ExistingId { get; set; }

    /// <summary>Whether a create is sent without the key that the provider keeps unique.</summary>
    internal bool LacksUniqueKey { get; set; }

    /// <summary>What to do about a customer that a create met or may have made.</summary>
    internal NextStep NextStep => new(Provider, Operation, LacksUniqueKey);

    /// <summary>The failure of the previous attempt.</summary>
    internal BillingException? LastFailure { get; private set; }

    /// <summary>Whether this attempt sent a request that changes something; look-ups before it do not count.</summary>
    internal bool WriteSent => Write.MayHaveArrived;

    /// <summary>Whether the last request of this attempt only reads, although the operation writes. The key handler records it.</summary>
    internal bool IsLookUp { get; set; }

    /// <summary>The API key of the last request.</summary>
    internal string? SentKey { get; set; }

    /// <summary>How long to wait before the next attempt.</summary>
    internal TimeSpan NextDelay { get; set; }

    internal int StatusCode { get; set; }

    internal string? RequestId { get; set; }

    /// <summary>The request id of a failed attempt, for messages and logs; null if it is unknown or may repeat what was sent.</summary>
    internal string? PrintableRequestId { get; set; }

    internal RateLimit? RateLimit { get; set; }

    /// <summary>The call's own span; null if nobody listens to it.</summary>
    internal Activity? Span { get; set; }

    /// <summary>Awaits a provider's answer and maps it.</summary>
    /// <typeparam name="TWire">The answer in the provider's words.</typeparam>
    /// <typeparam name="TResult">The answer in the common model.</typeparam>
    /// <param name="answer">What a method of the provider's Refit interface returned.</param>
    /// <param name="map">Maps the answer; throws a <see cref="WireFormatException"/> if a required field is missing.</param>
    /// <exception cref="BillingException">The provider refused, or the answer cannot be read.</exception>
    // Pooled: saves 135 bytes a call.
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<TResult> ReadAsync<TWire, TResult>(Task<TWire?> answer, Func<TWire, ResponseInfo, TResult> map)
        where TWire : class
    {
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(map);
        TWire? wire = await answer.ConfigureAwait(false);
        return map(wire ?? throw Failures.Unreadable(this, "its body is empty. Check BaseAddress, and proxies on the way"), ToResponseInfo());
    }

    /// <summary>Whether the provider created something before this call began, by more than <see cref="ProviderOptions.ClockTolerance"/>.</summary>
    /// <remarks>
    /// How far the provider's clock differs from ours is learned from the <c>Date</c> header of its answers. A difference of a second always passes: time stamps
    /// and <c>Date</c> headers may be in whole seconds. If the clocks contradict each other, the age is unknown, which is not older.
    /// </remarks>
    /// <param name="createdAt">When it was created, by the provider's clock; null if that is unknown, which is not older.</param>
    public bool IsOlder(DateTimeOffset? createdAt) => IsOlderByProvidersClock(createdAt) && !ClocksContradictEachOther(createdAt);

    /// <summary>
    /// Whether the provider created something after this call began, allowing for <see cref="ProviderOptions.ClockTolerance"/>. What is neither new nor older
    /// has an unknown age: nothing is created later than now, so a <c>Date</c> that says so is wrong.
    /// </summary>
    /// <param name="createdAt">When it was created, by the provider's clock; null if that is unknown.</param>
    internal bool IsNew(DateTimeOffset? createdAt) =>
        createdAt is not null && !IsOlderByProvidersClock(createdAt) && !IsLaterThanNow(createdAt, _providerClockIsAhead);

    /// <summary>Whether something was created before this call began, by our own clock, whatever the provider's clock shows.</summary>
    internal bool IsOlderByOwnClock(DateTimeOffset? createdAt) => StartedAt - createdAt > Settings.AgeTolerance;

    /// <summary>Refuses an answer about another customer than the one that was asked for, or one that does not say whom it is about.</summary>
    /// <param name="key">What was asked for.</param>
    /// <param name="id">The answer's id; null if the answer does not say.</param>
    /// <param name="externalId">
    /// The answer's external id; null if the answer does not say. If that is what was asked for, the answer must say it, unless the capabilities declare that
    /// external ids are not returned.
    /// </param>
    /// <exception cref="UnreadableResponseException">The answer is about another customer, or does not say.</exception>
    public void RequireAnswerAbout(CustomerKey key, string? id, string? externalId)
    {
        if (key.Kind == CustomerKeyKind.ExternalId && string.IsNullOrEmpty(externalId)
            && Provider.Capabilities.Field(CustomerField.ExternalId).Read != Support.Unsupported)
        {
            throw Failures.AboutNobody(this, key.Kind.ToString());
        }

        // A provider may write its own ids in another case, as with UUIDs. External ids are the caller's.
        bool isSame = key.Kind == CustomerKeyKind.Id
            ? string.IsNullOrEmpty(id) || string.Equals(id, key.Value, StringComparison.OrdinalIgnoreCase)
            : string.IsNullOrEmpty(externalId) || SentText.IsSame(key.Value, externalId);
        if (!isSame)
        {
            throw Failures.AboutAnother(this, key.Kind.ToString());
        }
    }

    internal static ProviderCall RequireCurrent() =>
        Current ?? throw new InvalidOperationException("Call a provider's API only through its client, which knows the operation and the key.");

    internal ResponseInfo ToResponseInfo() => new() { StatusCode = StatusCode, RequestId = RequestId, Attempts = Attempts, RateLimit = RateLimit };

    /// <summary>Learns from an answer how far the provider's clock is ahead of ours.</summary>
    /// <param name="providerTime">Its <c>Date</c> header; null if there is none.</param>
    internal void LearnClock(DateTimeOffset? providerTime)
    {
        if (providerTime is { } time)
        {
            _providerClockIsAhead = time - TimeProvider.GetUtcNow();
        }
    }

    /// <summary>Begins an attempt.</summary>
    /// <returns>Its time limit; at least 1 ms, because a time limit of zero is not allowed.</returns>
    internal TimeSpan BeginAttempt()
    {
        // The clock may have jumped during a wait, as when the machine was suspended.
        IsTooLate = Attempts > 0 && TimeLeft <= TimeSpan.Zero;
        Attempts += IsTooLate ? 0 : 1;
        return BeginLook();
    }

    /// <summary>Begins a look-up after the last attempt, which is not an attempt itself.</summary>
    /// <returns>Its time limit; at least 1 ms, because a time limit of zero is not allowed.</returns>
    internal TimeSpan BeginLook()
    {
        Write = default;
        IsLookUp = false;
        BeginRequest();
        TimeSpan left = TimeLeft;
        AttemptIsLimitedBy = left < Settings.AttemptTimeout ? BillingTimeout.Total : BillingTimeout.Attempt;
        return AttemptIsLimitedBy == BillingTimeout.Attempt ? Settings.AttemptTimeout
            : left > ShortestLimit ? left
            : ShortestLimit;
    }

    /// <summary>Begins a request of an attempt, and forgets the answer to the request before it.</summary>
    internal void BeginRequest()
    {
        StatusCode = 0;
        RequestId = null;
        PrintableRequestId = null;
        RateLimit = null;
    }

    /// <summary>Records the failure of an attempt; null if neither the provider nor the network failed, as after a cancellation.</summary>
    internal void EndAttempt(BillingException? failure)
    {
        LastFailure = failure ?? LastFailure;
        OutcomeUnknown |= failure is { OutcomeUnknown: true };
    }

    private bool IsOlderByProvidersClock(DateTimeOffset? createdAt) => StartedAt - createdAt + _providerClockIsAhead > Settings.AgeTolerance;

    // By the provider's clock it is older; by our own, this call created it.
    private bool ClocksContradictEachOther(DateTimeOffset? createdAt) =>
        _providerClockIsAhead.Duration() > Settings.AgeTolerance && !IsOlderByOwnClock(createdAt) && !IsLaterThanNow(createdAt, TimeSpan.Zero);

    private bool IsLaterThanNow(DateTimeOffset? createdAt, TimeSpan clockIsAhead) =>
        createdAt - TimeProvider.GetUtcNow() - clockIsAhead > Settings.AgeTolerance;
}

/// <summary>What retries and telemetry need to know about the request of an operation.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Endpoint">The method and the path's template.</param>
internal sealed record ProviderRequest(BillingOperation Operation, Endpoint Endpoint)
{
    /// <summary>The endpoint that lists. It only reads, even with POST. Null if the operation sends no request to it.</summary>
    internal Endpoint? List { get; init; }

    /// <summary>Whether another attempt is safe while it is unknown whether an earlier one took effect.</summary>
    internal bool IsRepeatable { get; init; }

    /// <summary>Whether it is never sent again, because nothing is known about what it does.</summary>
    internal bool IsSentOnce { get; init; }

    /// <summary>Whether the provider accepts an idempotency key with it.</summary>
    internal bool TakesIdempotencyKey { get; init; }
}
