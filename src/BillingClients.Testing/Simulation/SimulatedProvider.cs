using System.Collections.Concurrent;

namespace BillingClients.Testing;

/// <summary>A provider in a <see cref="ProviderSimulator"/>: where it is, what it stores and received, and what a test scripts for it.</summary>
/// <remarks>
/// To simulate a provider of your own, derive from this class and add the simulation with <see cref="ProviderSimulatorOptions.Providers"/>. The derived class
/// has what differs between providers: the endpoints, the check of the key, the error bodies and the customers, which <see cref="CustomerStore{TRecord}"/> can
/// keep. This class has the accepted keys, scripts, faults and the journal. Requests arrive concurrently, so the derived class must be safe for concurrent use.
/// </remarks>
public abstract class SimulatedProvider
{
    // A timer takes no longer time.
    private static readonly TimeSpan LongestLatency = TimeSpan.FromDays(24);

    private readonly TimeProvider _timeProvider;
    private readonly ConcurrentDictionary<Endpoint, SimulatedAnswer> _lastAnswers = [];
    private ConcurrentDictionary<string, bool> _acceptedKeys = new(StringComparer.Ordinal);
    private FaultDistribution? _distribution;
    private volatile RateWindow? _rate;
    private long _latency;

    /// <summary>Creates a simulated provider.</summary>
    /// <param name="name">Its name. Use the client's <see cref="ProviderDescriptor.Name"/>, because <c>UseSimulator</c> finds the provider by it.</param>
    /// <param name="basePath">The path under which it is mounted, such as <c>/ledgerly/v1</c>; different from that of every other provider.</param>
    /// <param name="apiKey">A key that it accepts. In other accounts, a number is added at its end: read <see cref="ApiKey"/>.</param>
    /// <param name="context">What the simulator passes to the factory in <see cref="ProviderSimulatorOptions.Providers"/>.</param>
    /// <exception cref="ArgumentException">The path does not begin with a slash, or ends with one.</exception>
    protected SimulatedProvider(string name, string basePath, string apiKey, SimulationContext context)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(basePath);
        ArgumentException.ThrowIfNullOrEmpty(apiKey);
        ArgumentNullException.ThrowIfNull(context);
        if (!basePath.StartsWith('/') || basePath.EndsWith('/'))
        {
            throw new ArgumentException($"The base path '{basePath}' must begin with a slash and not end with one, such as '/{name}/v1'.", nameof(basePath));
        }

        if (basePath.StartsWith("/@", StringComparison.Ordinal))
        {
            throw new ArgumentException($"The base path '{basePath}' must not begin with '/@': accounts are mounted there.", nameof(basePath));
        }

        Name = name;
        AccountName = context.Account ?? name;
        BasePath = context.PathOf(basePath);
        ApiKey = context.KeyOf(apiKey);
        Journal = context.Journal;
        _timeProvider = context.TimeProvider;
        AcceptKey(ApiKey);
    }

    /// <summary>The provider's name, as in <c>simulator["flexprice"]</c>.</summary>
    public string Name { get; }

    /// <summary>
    /// The name of the registered client whose account this is; for the simulator's own <c>simulator.Flexprice</c>, that of the provider. See
    /// <see cref="SimulatedAccounts.Account"/>.
    /// </summary>
    public string AccountName { get; }

    /// <summary>Where the provider's API is mounted, without a slash at the end.</summary>
    public Uri BaseAddress { get; internal set; } = new("http://127.0.0.1");

    /// <summary>A key that the provider accepts.</summary>
    public string ApiKey { get; }

    /// <summary>
    /// How many requests are let through; null, the default, for all. A request above the limit gets the provider's own 429 with a Retry-After (at Flowglad its
    /// 401) and takes no scripted answer or fault. Setting it starts a new count.
    /// </summary>
    public SimulatedRateLimit? RateLimit
    {
        get => _rate?.Limit;
        set => _rate = value is null ? null : new RateWindow(value, _timeProvider);
    }

    /// <summary>
    /// How much later each answer is sent, by the simulator's clock; zero by default. The request has taken effect by then: a client that goes away while it
    /// waits has changed what is stored. At most 24 days.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative, or longer than 24 days.</exception>
    public TimeSpan Latency
    {
        get => new(Volatile.Read(ref _latency));
        set
        {
            if (value < TimeSpan.Zero || value > LongestLatency)
            {
                throw new ArgumentOutOfRangeException(nameof(Latency), value, "Make it zero or more, and at most 24 days.");
            }

            Volatile.Write(ref _latency, value.Ticks);
        }
    }

    /// <summary>The customers that are stored now, archived ones included, in the order of their creation. A snapshot.</summary>
    public abstract IReadOnlyList<SimulatedCustomer> Customers { get; }

    /// <summary>The requests that this account received, in order. A snapshot.</summary>
    public IReadOnlyList<JournalEntry> Requests => Journal.Where(entry => entry.Receiver == this);

    /// <summary>How many scripted answers and faults are still waiting for their request.</summary>
    public int PendingScripts => Scripts.Count + ConnectionFaults.Count;

    /// <summary>Provider and account, for messages.</summary>
    internal string Title => AccountName == Name ? Name : $"{Name} (account '{AccountName}')";

    internal string BasePath { get; }

    internal RequestJournal Journal { get; }

    /// <summary>All accounts of the provider; null when it is not in a simulator.</summary>
    internal SimulatedAccountList? Accounts { get; set; }

    /// <summary>The count of <see cref="RateLimit"/>, for providers that report it in headers.</summary>
    internal RateWindow? Rate => _rate;

    internal ScriptQueue Scripts { get; } = new();

    internal ConcurrentQueue<SimulatedFault> ConnectionFaults { get; } = new();

    internal FaultDistribution? Distribution
    {
        get => Volatile.Read(ref _distribution);
        set => Volatile.Write(ref _distribution, value);
    }

    /// <summary>The same provider without customers; null if its factory makes only one.</summary>
    internal SimulatedProvider? Empty { get; set; }

    /// <summary>The provider's endpoints. Create the table in the constructor.</summary>
    protected abstract EndpointTable Endpoints { get; }

    /// <summary>Accepts one more API key. Customers are not kept apart by key.</summary>
    public void AcceptKey(string apiKey) => _acceptedKeys[apiKey] = true;

    /// <summary>Refuses a key from now on, as after a rotation.</summary>
    public void RevokeKey(string apiKey) => _acceptedKeys.TryRemove(apiKey, out _);

    /// <summary>
    /// Answers the next matching request with <paramref name="answer"/>, exactly as it is, in place of the provider's own answer. Nothing is stored.
    /// </summary>
    /// <remarks>Scripts are taken in the order in which they were added: a request takes the first that matches it.</remarks>
    public void Answer(SimulatedAnswer answer, RequestMatch? when = null) => Answer(_ => answer, when);

    /// <summary>Answers the next matching request with JSON text, which is not checked. Nothing is stored.</summary>
    public void Answer(int status, string json, RequestMatch? when = null) => Answer(SimulatedAnswer.Json(status, json), when);

    /// <summary>Answers the next matching request with what <paramref name="answer"/> makes of it, its body included. Nothing is stored.</summary>
    public void Answer(Func<JournalEntry, SimulatedAnswer> answer, RequestMatch? when = null) =>
        Scripts.Add(new Script(when ?? Testing.Requests.Any) { Answer = answer });

    /// <summary>
    /// Processes the next matching request and stores what it asks for, then sends <paramref name="answer"/>, exactly as it is, in place of the provider's own
    /// answer.
    /// </summary>
    /// <remarks>When the provider refuses the request, nothing is stored, and <paramref name="answer"/> is sent all the same.</remarks>
    public void AnswerAfterCommit(SimulatedAnswer answer, RequestMatch? when = null) => AnswerAfterCommit((_, _) => answer, when);

    /// <summary>Processes the next matching request, then answers with JSON text, which is not checked.</summary>
    /// <inheritdoc cref="AnswerAfterCommit(SimulatedAnswer, RequestMatch?)" path="/remarks"/>
    public void AnswerAfterCommit(int status, string json, RequestMatch? when = null) => AnswerAfterCommit(SimulatedAnswer.Json(status, json), when);

    /// <summary>Processes the next matching request, then answers with what <paramref name="answer"/> makes of it and of the provider's own answer.</summary>
    public void AnswerAfterCommit(Func<JournalEntry, SimulatedAnswer, SimulatedAnswer> answer, RequestMatch? when = null) =>
        Scripts.Add(new Script(when ?? Testing.Requests.Any) { AnswerAfterCommit = answer });

    /// <summary>Makes the next matching request fail. Faults and scripted answers are taken from one queue.</summary>
    /// <remarks>
    /// <see cref="FaultKind.ConnectionRefused"/> and <see cref="FaultKind.ConnectionStalled"/> apply to the next connection, whatever request it is for. They
    /// need a client that connects with <see cref="ProviderSimulator.ConnectAsync"/>, as <c>UseSimulator</c> sets it up.
    /// </remarks>
    /// <exception cref="ArgumentException">A request to match was given for a fault of a connection.</exception>
    public void Fault(SimulatedFault fault, RequestMatch? when = null)
    {
        if (!fault.IsInConnection)
        {
            Scripts.Add(new Script(when ?? Testing.Requests.Any) { Fault = fault });
        }
        else if (when is null)
        {
            ConnectionFaults.Enqueue(fault);
        }
        else
        {
            throw new ArgumentException("A connection has no request that could match; leave the match out.", nameof(when));
        }
    }

    /// <summary>From now on, a share of the requests fails. A rate of 0 ends that.</summary>
    /// <param name="rate">From 0 to 1.</param>
    /// <param name="seed">The same seed gives a provider the same faults for the same order of requests.</param>
    /// <param name="faults">What to draw from, each as likely as the others; <see cref="SimulatedFault.All"/> when there are none.</param>
    /// <remarks>
    /// A request that takes a scripted answer or fault gets no random one. Faults of connections are drawn for each new connection. Some faults change only some
    /// requests: <see cref="FaultKind.LaggingRead"/> reads, and <see cref="FaultKind.IgnoredFilter"/> lists.
    /// </remarks>
    public void InjectFaults(double rate, int seed, params SimulatedFault[] faults)
    {
        if (rate is not (>= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(rate), rate, "A rate is a share of the requests, from 0 to 1.");
        }

        Distribution = new FaultDistribution(rate, seed, AccountName, faults.Length > 0 ? faults : SimulatedFault.All);
    }

    /// <summary>Removes the scripts that no request has taken.</summary>
    public void ClearScripts()
    {
        Scripts.Clear();
        ConnectionFaults.Clear();
    }

    /// <summary>Removes all customers.</summary>
    public abstract void ClearCustomers();

    /// <inheritdoc/>
    public override string ToString() => $"{Title} at {BaseAddress}";

    /// <summary>Counts a request. Null lets it through; otherwise it is the answer to a request above the <see cref="RateLimit"/>.</summary>
    internal SimulatedAnswer? RefuseAboveLimit(SimulatedCall call) => _rate?.Take() is { } wait ? TooManyRequests(call, wait) : null;

    /// <summary>What a script puts in place of the provider's answer.</summary>
    internal SimulatedAnswer Handle(SimulatedCall call, Script? script, SimulatedFault? fault) => script switch
    {
        { Answer: { } answer } => answer(call.Request),
        { AnswerAfterCommit: { } answer } => answer(call.Request, Handle(call, fault: null)),
        _ => Handle(call, fault),
    };

    /// <summary>The provider's answer to a request, or what the fault puts in its place.</summary>
    internal SimulatedAnswer Handle(SimulatedCall call, SimulatedFault? fault)
    {
        EndpointMatch match = Endpoints.Match(call.Request.Method, call.Request.Path);
        if (fault?.Kind == FaultKind.LaggingRead && match.Endpoint is { Writes: false } && Empty is { } empty)
        {
            return empty.Handle(call, fault: null);
        }

        if (fault is not { ReplacesAnswer: true })
        {
            call.IgnoresFilters = fault?.Kind == FaultKind.IgnoredFilter;
            return Complete(call, Process(call, match, replaysAnswer: fault?.Kind == FaultKind.ReplayedAnswer));
        }

        if (fault.IsAfterCommit)
        {
            Process(call, match);
        }

        return fault.IsGatewayPage ? FaultAnswers.GatewayPage(fault.Status) : Complete(call, Fail(fault));
    }

    /// <summary>The answer to a request above the <see cref="RateLimit"/>.</summary>
    internal virtual SimulatedAnswer TooManyRequests(SimulatedCall call, TimeSpan retryAfter) =>
        Complete(call, Fail(SimulatedFault.TooManyRequests(retryAfter)));

    /// <summary>Accepts the same keys as another provider from now on.</summary>
    internal void AcceptKeysOf(SimulatedProvider other) => _acceptedKeys = other._acceptedKeys;

    /// <summary>Refuses a request without an accepted key. Called before the endpoint's handler.</summary>
    /// <returns>The provider's answer, usually a 401; null when the key is accepted (see <see cref="Accepts"/>).</returns>
    protected abstract SimulatedAnswer? Authenticate(SimulatedCall call);

    /// <summary>The answer to a path or verb that the provider does not have. Called without <see cref="Authenticate"/>.</summary>
    /// <param name="call">The request; an objection is noted already.</param>
    /// <param name="pathIsKnown">Whether the path exists with another verb.</param>
    protected abstract SimulatedAnswer UnknownEndpoint(SimulatedCall call, bool pathIsKnown);

    /// <summary>The provider's answer when it fails for a reason that is not in the request. Faults use it.</summary>
    /// <param name="status">The status: 408, 409, 429 or 5xx.</param>
    protected abstract SimulatedAnswer Failure(int status);

    /// <summary>Adds what the provider puts on every answer, such as a request id. Scripted answers are sent without it.</summary>
    protected virtual SimulatedAnswer Complete(SimulatedCall call, SimulatedAnswer answer) => answer;

    /// <summary>Whether a key is accepted now: <see cref="ApiKey"/> and those of <see cref="AcceptKey"/>, without those of <see cref="RevokeKey"/>.</summary>
    protected bool Accepts(string? apiKey) => apiKey is not null && _acceptedKeys.ContainsKey(apiKey);

    private SimulatedAnswer Process(SimulatedCall call, EndpointMatch match, bool replaysAnswer = false)
    {
        if (match.Endpoint is null)
        {
            call.AddObjection(match.PathIsKnown ? $"{call.Request.Method} is not a verb of {call.Request.Path}" : $"no endpoint at {call.Request.Path}");
            return UnknownEndpoint(call, match.PathIsKnown);
        }

        call.RouteValues = match.RouteValues;
        SimulatedAnswer answer = Authenticate(call) ?? match.Endpoint.Handler(call);
        if (answer.Status is not (>= 200 and < 300))
        {
            return answer;
        }

        call.Request.Committed = match.Endpoint.Writes;
        SimulatedAnswer earlier = _lastAnswers.GetValueOrDefault(match.Endpoint, answer);
        _lastAnswers[match.Endpoint] = answer;
        return replaysAnswer ? earlier : answer;
    }

    private SimulatedAnswer Fail(SimulatedFault fault)
    {
        bool isRedirect = fault.Kind is FaultKind.Redirect or FaultKind.RedirectAfterCommit;
        return (isRedirect ? SimulatedAnswer.Empty(fault.Status) : Failure(fault.Status)).With(fault, _timeProvider.GetUtcNow());
    }
}
