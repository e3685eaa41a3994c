namespace BillingClients.Testing;

/// <summary>One way in which a request goes wrong, for <see cref="SimulatedProvider.Fault"/> and <see cref="FaultInjection"/>.</summary>
/// <remarks>
/// For an answer without a body (a 204), <see cref="FaultKind.TruncatedBody"/> resets the connection, <see cref="FaultKind.StallInBody"/> stalls in the
/// headers, <see cref="FaultKind.GarbageBody"/> answers 200, and <see cref="FaultKind.SlowDrip"/> does nothing.
/// </remarks>
public sealed record SimulatedFault
{
    private static readonly Uri Elsewhere = new("https://elsewhere.example/");

    private SimulatedFault(FaultKind kind) => Kind = kind;

    /// <summary>See <see cref="FaultKind.ConnectionRefused"/>.</summary>
    public static SimulatedFault ConnectionRefused { get; } = new(FaultKind.ConnectionRefused);

    /// <summary>See <see cref="FaultKind.ConnectionStalled"/>.</summary>
    public static SimulatedFault ConnectionStalled { get; } = new(FaultKind.ConnectionStalled);

    /// <summary>See <see cref="FaultKind.ResetBeforeRead"/>.</summary>
    public static SimulatedFault ResetBeforeRead { get; } = new(FaultKind.ResetBeforeRead);

    /// <summary>See <see cref="FaultKind.ResetAfterCommit"/>.</summary>
    public static SimulatedFault ResetAfterCommit { get; } = new(FaultKind.ResetAfterCommit);

    /// <summary>See <see cref="FaultKind.StallBeforeCommit"/>.</summary>
    public static SimulatedFault StallBeforeCommit { get; } = new(FaultKind.StallBeforeCommit);

    /// <summary>See <see cref="FaultKind.StallInHeaders"/>.</summary>
    public static SimulatedFault StallInHeaders { get; } = new(FaultKind.StallInHeaders);

    /// <summary>See <see cref="FaultKind.StallInBody"/>.</summary>
    public static SimulatedFault StallInBody { get; } = new(FaultKind.StallInBody);

    /// <summary>See <see cref="FaultKind.TruncatedBody"/>.</summary>
    public static SimulatedFault TruncatedBody { get; } = new(FaultKind.TruncatedBody);

    /// <summary>See <see cref="FaultKind.Conflict"/>.</summary>
    public static SimulatedFault Conflict { get; } = new(FaultKind.Conflict) { Status = 409 };

    /// <summary>See <see cref="FaultKind.ReplayedAnswer"/>.</summary>
    public static SimulatedFault ReplayedAnswer { get; } = new(FaultKind.ReplayedAnswer);

    /// <summary>See <see cref="FaultKind.LaggingRead"/>.</summary>
    public static SimulatedFault LaggingRead { get; } = new(FaultKind.LaggingRead);

    /// <summary>See <see cref="FaultKind.IgnoredFilter"/>.</summary>
    public static SimulatedFault IgnoredFilter { get; } = new(FaultKind.IgnoredFilter);

    /// <summary>Every kind of fault, with the parameters that clients usually treat differently.</summary>
    public static IReadOnlyList<SimulatedFault> All { get; } =
    [
        ConnectionRefused, ConnectionStalled,
        ResetBeforeRead, ResetAfterCommit, StallBeforeCommit, StallInHeaders, StallInBody, TruncatedBody, GarbageBody(), SlowDrip(),
        RequestTimeout(), TooManyRequests(), TooManyRequests(TimeSpan.FromSeconds(1)), TooManyRequests(TimeSpan.FromSeconds(1), asDate: true),
        ErrorBeforeCommit(500), ErrorBeforeCommit(503), ErrorAfterCommit(500), ErrorAfterCommit(501), ErrorAfterCommit(502), ErrorAfterCommit(504),
        GatewayPageBeforeCommit(403), GatewayPageBeforeCommit(404), GatewayPageBeforeCommit(409), GatewayPageAfterCommit(408), GatewayPageAfterCommit(499),
        GatewayPageAfterCommit(520), GatewayPageAfterCommit(524), Redirect(Elsewhere), RedirectAfterCommit(Elsewhere),
        Conflict, ReplayedAnswer, LaggingRead, IgnoredFilter,
    ];

    /// <summary>The kind.</summary>
    public FaultKind Kind { get; private init; }

    /// <summary>The status, for the kinds that answer with one of their own.</summary>
    public int Status { get; private init; }

    /// <summary>What the Retry-After header says; null for no such header.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Whether Retry-After is an HTTP date, counted from the simulator's clock, in place of seconds.</summary>
    public bool RetryAfterAsDate { get; init; }

    /// <summary>Whether the fault is in making a connection. It applies to the next connection, so it cannot be given a request to match.</summary>
    public bool IsInConnection => Kind is FaultKind.ConnectionRefused or FaultKind.ConnectionStalled;

    /// <summary>Whether the request gets an answer with <see cref="Status"/> in place of its own.</summary>
    internal bool ReplacesAnswer => Status != 0;

    internal bool IsAfterCommit => Kind is FaultKind.ErrorAfterCommit or FaultKind.GatewayPageAfterCommit or FaultKind.RedirectAfterCommit;

    internal bool IsGatewayPage => Kind is FaultKind.GatewayPageBeforeCommit or FaultKind.GatewayPageAfterCommit;

    /// <summary>Where a redirect leads.</summary>
    public Uri? Location { get; private init; }

    /// <summary>The pause after each byte of a slow drip, by the simulator's clock.</summary>
    public TimeSpan Interval { get; private init; }

    /// <summary>The body in place of the answer's own.</summary>
    public string Body { get; private init; } = "";

    /// <summary>See <see cref="FaultKind.GarbageBody"/>.</summary>
    public static SimulatedFault GarbageBody(string body = "<!doctype html><title>It works!</title>") => new(FaultKind.GarbageBody) { Body = body };

    /// <summary>See <see cref="FaultKind.SlowDrip"/>.</summary>
    public static SimulatedFault SlowDrip(TimeSpan interval = default) => new(FaultKind.SlowDrip) { Interval = interval };

    /// <summary>See <see cref="FaultKind.RequestTimeout"/>.</summary>
    public static SimulatedFault RequestTimeout() => new(FaultKind.RequestTimeout) { Status = 408 };

    /// <summary>See <see cref="FaultKind.TooManyRequests"/>.</summary>
    public static SimulatedFault TooManyRequests(TimeSpan? retryAfter = null, bool asDate = false) =>
        new(FaultKind.TooManyRequests) { Status = 429, RetryAfter = retryAfter, RetryAfterAsDate = asDate };

    /// <summary>See <see cref="FaultKind.ErrorBeforeCommit"/>.</summary>
    public static SimulatedFault ErrorBeforeCommit(int status = 500) => new(FaultKind.ErrorBeforeCommit) { Status = status };

    /// <summary>See <see cref="FaultKind.ErrorAfterCommit"/>.</summary>
    public static SimulatedFault ErrorAfterCommit(int status = 500) => new(FaultKind.ErrorAfterCommit) { Status = status };

    /// <summary>See <see cref="FaultKind.GatewayPageBeforeCommit"/>.</summary>
    public static SimulatedFault GatewayPageBeforeCommit(int status = 502) => new(FaultKind.GatewayPageBeforeCommit) { Status = status };

    /// <summary>See <see cref="FaultKind.GatewayPageAfterCommit"/>.</summary>
    public static SimulatedFault GatewayPageAfterCommit(int status = 502) => new(FaultKind.GatewayPageAfterCommit) { Status = status };

    /// <summary>See <see cref="FaultKind.Redirect"/>.</summary>
    public static SimulatedFault Redirect(Uri location, int status = 307) => new(FaultKind.Redirect) { Status = status, Location = location };

    /// <summary>See <see cref="FaultKind.RedirectAfterCommit"/>.</summary>
    public static SimulatedFault RedirectAfterCommit(Uri location, int status = 303) =>
        new(FaultKind.RedirectAfterCommit) { Status = status, Location = location };
}
