using System.Diagnostics;

namespace BillingClients.Providers;

/// <summary>One call of an operation, over all its attempts. For writing a provider.</summary>
[DebuggerDisplay("{Request}")]
public sealed class ProviderCall
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(1);
    private static readonly AsyncLocal<ProviderCall?> CurrentCall = new();

    internal ProviderCall(ProviderDescriptor provider, ProviderRequest request, ProviderOptions settings, CallOptions? options, TimeProvider timeProvider)
    {
        Provider = provider;
        Request = request;
        Settings = settings;
        Options = options;
        TimeProvider = timeProvider;
        StartedAt = timeProvider.GetUtcNow();
        StartTimestamp = timeProvider.GetTimestamp();
    }

    /// <summary>The provider.</summary>
    public ProviderDescriptor Provider { get; }

    /// <summary>What kind of request is sent.</summary>
    public ProviderRequest Request { get; }

    /// <summary>The client's settings when the call began.</summary>
    public ProviderOptions Settings { get; }

    /// <summary>The caller's settings; null for none.</summary>
    public CallOptions? Options { get; }

    /// <summary>When the call began.</summary>
    public DateTimeOffset StartedAt { get; }

    /// <summary>The idempotency key: the caller's, or one minted for this call. Null unless the operation is a create at a provider with such keys.</summary>
    public string? IdempotencyKey { get; internal set; }

    /// <summary>How many attempts were begun.</summary>
    public int Attempts { get; internal set; }

    /// <summary>Whether an earlier attempt may have taken effect.</summary>
    public bool OutcomeUnknown { get; private set; }

    /// <summary>The call that runs now, in handlers below the pipeline.</summary>
    internal static ProviderCall? Current
    {
        get => CurrentCall.Value;
        set => CurrentCall.Value = value;
    }

    internal static ProviderCall RequireCurrent() =>
        Current ?? throw new InvalidOperationException("A provider's API can be called through ProviderPipeline only, which knows the operation and the key.");

    internal TimeSpan TotalTimeout => Options?.Timeout ?? Settings.TotalTimeout;

    internal long StartTimestamp { get; }

    internal TimeSpan Elapsed => TimeProvider.GetElapsedTime(StartTimestamp);

    /// <summary>What is left of the whole call's time; a moment when nothing is, because a time limit cannot be nothing.</summary>
    internal TimeSpan TimeLeft => TotalTimeout - Elapsed is var left && left > Moment ? left : Moment;

    /// <summary>The time of the attempt that begins now. The retries limit all later ones together.</summary>
    internal TimeSpan AttemptLimit => IsLimitedByTotal ? TotalTimeout : Settings.AttemptTimeout;

    /// <summary>Whether the first attempt is limited by the whole call's time, because that is shorter.</summary>
    internal bool IsLimitedByTotal => !IsRetrying && TotalTimeout < Settings.AttemptTimeout;

    /// <summary>Whether the first attempt is over and others may follow.</summary>
    internal bool IsRetrying { get; set; }

    internal CancellationToken CallerToken { get; set; }

    internal CancellationToken TotalToken { get; set; }

    internal TimeProvider TimeProvider { get; }

    /// <summary>Whether there is a way to find out what a create of unknown outcome did.</summary>
    internal bool CanRecover { get; set; }

    /// <summary>What ended the attempt before.</summary>
    internal BillingException? LastFailure { get; private set; }

    /// <summary>Whether this attempt has begun to send the request that changes something; look-ups before it do not count.</summary>
    internal bool WriteSent { get; set; }

    internal TimeSpan NextDelay { get; set; }

    internal int StatusCode { get; set; }

    internal string? RequestId { get; set; }

    /// <summary>The request id of a failed attempt for messages and logs; null where it is unknown or may be an echo of what was sent.</summary>
    internal string? PrintableRequestId { get; set; }

    internal RateLimit? RateLimit { get; set; }

    internal ResponseInfo ToResponseInfo() => new() { StatusCode = StatusCode, RequestId = RequestId, Attempts = Attempts, RateLimit = RateLimit };

    internal void Note(BillingException? failure)
    {
        LastFailure = failure ?? LastFailure;
        OutcomeUnknown |= failure is { OutcomeUnknown: true };
    }

    internal void BeginAttempt()
    {
        Attempts++;
        WriteSent = false;
        StatusCode = 0;
        RequestId = null;
        PrintableRequestId = null;
        RateLimit = null;
    }

    internal BillingErrorDetails Details(bool isTransient, bool outcomeUnknown) => new()
    {
        Provider = Provider.Name,
        Operation = Request.Operation,
        StatusCode = StatusCode == 0 ? null : StatusCode,
        RequestId = RequestId,
        IsTransient = isTransient,
        OutcomeUnknown = outcomeUnknown && WriteSent,
    };
}
