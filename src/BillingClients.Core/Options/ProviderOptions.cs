using System.Diagnostics;
using System.Text.Json.Serialization;
using BillingClients.Providers;

namespace BillingClients;

/// <summary>What can be configured for every provider. Each provider's package derives its own.</summary>
/// <remarks>
/// <para>Validated when the application starts and when they are first used, or, without dependency injection, when the client is made. Every time is at
/// most 24 days, except for <see cref="ClockTolerance"/>.</para>
/// <para>A change is used by the next call. It is validated first, as a whole. If it is not valid, a client with configuration logs it and keeps the options that
/// it has; a client that was made with <c>new</c> throws an <see cref="InvalidOperationException"/> in the next call, which sends nothing. A change of
/// <see cref="BaseAddress"/> is never valid, because a key goes to its own host only. What the connections are made with
/// (<see cref="ConnectTimeout"/>, <see cref="PooledConnectionLifetime"/>, <see cref="MaxResponseHeadersKilobytes"/>) needs a restart.</para>
/// <para>The key is left out when options are serialised as JSON. Other serialisers and loggers that read all public properties would show it.</para>
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
public abstract class ProviderOptions
{
    private static readonly TimeSpan OneSecond = TimeSpan.FromSeconds(1);

    /// <summary>The API key. Required, unless <see cref="ApiKeyProvider"/> is set.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    [JsonIgnore]
    public string? ApiKey { get; set; }

    /// <summary>
    /// Fetches the API key for each request, for keys that live in a secret store; null to use <see cref="ApiKey"/>. Called concurrently; cache inside it.
    /// What it throws ends the call with a <see cref="BillingAuthenticationException"/>.
    /// </summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    [JsonIgnore]
    public Func<CancellationToken, ValueTask<string>>? ApiKeyProvider { get; set; }

    /// <summary>Where the API is; null for the provider's documented address. Must be <c>https</c>, or <c>http</c> on this machine's loopback.</summary>
    public Uri? BaseAddress { get; set; }

    /// <summary>
    /// Your application, for the provider's logs: <c>acme-portal/2.1</c> makes the <c>User-Agent</c> header <c>BillingClients/1.0.0 acme-portal/2.1</c>. A
    /// name, or a name and a version, or several of these with one space between; 128 characters at most. Null, the default, adds nothing.
    /// </summary>
    public string? ApplicationName { get; set; }

    /// <summary>
    /// The time for a whole call, retries and waits included. 100 seconds by default; more than zero. A wait that would last longer is not begun: the call fails at
    /// once, with the failure of its last attempt.
    /// </summary>
    public TimeSpan TotalTimeout { get; set; } = TimeSpan.FromSeconds(100);

    /// <summary>The time for one attempt, from connecting to the last byte of the answer. 30 seconds by default; more than zero.</summary>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// The time for making a connection: TCP, a proxy and TLS. 10 seconds by default, which is enough for three lost packets; more than zero. Nothing was sent
    /// when it expires, so the operation is tried again. A primary handler of your own has its own limit.
    /// </summary>
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How often an operation is tried at the most, the first time included. 4 by default; 1 for no retries; at most 1,000.</summary>
    /// <remarks>
    /// An attempt sends a write once. A read may be sent up to three times more by the runtime, without a wait, when the server closes a connection that was
    /// idle.
    /// </remarks>
    public int MaxAttempts { get; set; } = 4;

    /// <summary>
    /// The longest wait before the first retry; doubled for each one after. The wait is drawn evenly between zero and this. 500 milliseconds by default.
    /// </summary>
    public TimeSpan RetryBaseDelay { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>
    /// The longest wait between attempts. 30 seconds by default. A provider that asks for more (<c>Retry-After</c>) is not tried again: the exception says how
    /// long it asked for.
    /// </summary>
    public TimeSpan RetryMaxDelay { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How many retries may be outstanding against successes, over all calls of an account: each retry takes one, each success gives back a fifth. 100 by
    /// default; <see cref="int.MaxValue"/> for no limit. It keeps a provider in trouble from being buried in retries.
    /// </summary>
    public int RetryBudget { get; set; } = 100;

    /// <summary>
    /// A stored customer that is older than a create by more than this was not made by it. 30 seconds by default. The client learns the difference between the
    /// provider's clock and ours from the <c>Date</c> header of the answers. If there is none, the two clocks may differ by this much. If a customer seems to be
    /// created later than now by more than this, or the clocks contradict each other, its age is unknown. Less than a second counts as one second, because time
    /// stamps and <c>Date</c> headers may be in whole seconds. At most 36,500 days.
    /// </summary>
    public TimeSpan ClockTolerance { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>What to do with fields that the provider cannot hold. <see cref="UnsupportedFields.Throw"/> by default.</summary>
    public UnsupportedFields UnsupportedFields { get; set; } = UnsupportedFields.Throw;

    /// <summary>The largest response body that is read, in bytes. 8 MiB by default; 1 KiB to 1 GiB.</summary>
    public int MaxResponseBytes { get; set; } = 8 * 1024 * 1024;

    /// <summary>How much of an error's body is kept, in bytes. 8 KiB by default; at most 1 GiB.</summary>
    public int MaxErrorBodyBytes { get; set; } = 8 * 1024;

    /// <summary>The largest response headers that are read, in KiB. 64 by default; 1 to 65,536.</summary>
    public int MaxResponseHeadersKilobytes { get; set; } = 64;

    /// <summary>How long a connection is kept, so that changes of DNS are seen. 5 minutes by default.</summary>
    public TimeSpan PooledConnectionLifetime { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>The address that requests go to: <see cref="BaseAddress"/>, or the provider's documented one.</summary>
    public Uri GetBaseAddress() => BaseAddress ?? DefaultBaseAddress;

    /// <summary>What is wrong with these options, in sentences that name the property and never show a key; empty when all is well.</summary>
    /// <param name="path">Where the options come from, such as the path of a configuration section; put before each property's name.</param>
    public IReadOnlyList<string> Validate(string path) =>
        BindingFailures.Count > 0 ? BindingFailures : [.. OptionsCheck.Check(this, path), .. ValidateOwn(path)];

    /// <summary>The type's name only: options hold a key.</summary>
    public sealed override string ToString() => GetType().Name;

    internal IReadOnlyList<SettingFormat> GetFormats() =>
    [
        SettingFormat.Time(nameof(TotalTimeout)),
        SettingFormat.Time(nameof(AttemptTimeout)),
        SettingFormat.Time(nameof(ConnectTimeout)),
        SettingFormat.Time(nameof(RetryBaseDelay)),
        SettingFormat.Time(nameof(RetryMaxDelay)),
        SettingFormat.Time(nameof(ClockTolerance)),
        SettingFormat.Time(nameof(PooledConnectionLifetime)),
        SettingFormat.OneOf<UnsupportedFields>(nameof(UnsupportedFields)),
        .. GetOwnFormats(),
    ];

    /// <summary>What was wrong with the configuration that these options were bound to.</summary>
    internal IReadOnlyList<string> BindingFailures { get; set; } = [];

    /// <summary>
    /// How much older than a call a customer may seem that the call created: the two clocks may differ, and time stamps may be in whole seconds.
    /// </summary>
    internal TimeSpan AgeTolerance => ClockTolerance > OneSecond ? ClockTolerance : OneSecond;

    internal ProviderOptions Copy() => (ProviderOptions)MemberwiseClone();

    // Called for each call of a client without dependency injection: allocates nothing.
    internal bool HasSameSettings(ProviderOptions other) =>
        ApiKey == other.ApiKey
        && ApiKeyProvider == other.ApiKeyProvider
        && BaseAddress == other.BaseAddress
        && ApplicationName == other.ApplicationName
        && TotalTimeout == other.TotalTimeout
        && AttemptTimeout == other.AttemptTimeout
        && ConnectTimeout == other.ConnectTimeout
        && MaxAttempts == other.MaxAttempts
        && RetryBaseDelay == other.RetryBaseDelay
        && RetryMaxDelay == other.RetryMaxDelay
        && RetryBudget == other.RetryBudget
        && ClockTolerance == other.ClockTolerance
        && UnsupportedFields == other.UnsupportedFields
        && MaxResponseBytes == other.MaxResponseBytes
        && MaxErrorBodyBytes == other.MaxErrorBodyBytes
        && MaxResponseHeadersKilobytes == other.MaxResponseHeadersKilobytes
        && PooledConnectionLifetime == other.PooledConnectionLifetime
        && HasSameOwnSettings(other);

    /// <summary>The provider's documented address.</summary>
    protected abstract Uri DefaultBaseAddress { get; }

    /// <summary>What a configuration may hold for the times and the enumerations among the settings that this provider adds.</summary>
    protected virtual IReadOnlyList<SettingFormat> GetOwnFormats() => [];

    /// <summary>What is wrong with the form of a key, in a sentence that does not show it; null when the form is right or not documented.</summary>
    /// <param name="apiKey">A key without blanks and control characters.</param>
    protected internal virtual string? CheckApiKey(string apiKey) => null;

    /// <summary>What is wrong with the settings that this provider adds, in sentences like those of <see cref="Validate"/>; empty when all is well.</summary>
    /// <param name="path">Where the options come from; put before each property's name.</param>
    protected virtual IReadOnlyList<string> ValidateOwn(string path) => [];

    /// <summary>
    /// Whether the settings that this provider adds have the same values in other options of the same type. Override it if there are any: a client without
    /// dependency injection notices their changes by it.
    /// </summary>
    /// <param name="other">The other options, of the same type.</param>
    protected virtual bool HasSameOwnSettings(ProviderOptions other) => true;
}
