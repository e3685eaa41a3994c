namespace BillingClients.Testing;

/// <summary>What goes wrong with a request.</summary>
/// <remarks><em>Commit</em> is the moment at which the provider has stored what the request asks for.</remarks>
public enum FaultKind
{
    /// <summary>The system refuses the connection; nothing is sent. Only for clients that connect with <see cref="ProviderSimulator.ConnectAsync"/>.</summary>
    ConnectionRefused,

    /// <summary>
    /// The connection is not made until the stall is released (<see cref="FaultInjection.ReleaseStalls"/>) or the client gives up; nothing is sent. Only for
    /// clients that connect with <see cref="ProviderSimulator.ConnectAsync"/>.
    /// </summary>
    ConnectionStalled,

    /// <summary>The connection is reset (RST) after the head of the request, before its body is read. Nothing is stored.</summary>
    ResetBeforeRead,

    /// <summary>The connection is reset (RST) after the commit, in place of an answer.</summary>
    ResetAfterCommit,

    /// <summary>The request is read, and neither committed nor answered until the client goes away or the stall is released.</summary>
    StallBeforeCommit,

    /// <summary>The request is committed, but no header of the answer is sent until the stall is released.</summary>
    StallInHeaders,

    /// <summary>The request is committed, and the answer stops in the middle of its body until the stall is released.</summary>
    StallInBody,

    /// <summary>The request is committed, and the connection is closed in good order in the middle of the body.</summary>
    TruncatedBody,

    /// <summary>The request is committed and answered with its status, but with a body that is not the provider's.</summary>
    GarbageBody,

    /// <summary>The request is committed, and the body of the answer comes byte by byte.</summary>
    SlowDrip,

    /// <summary>408, not committed.</summary>
    RequestTimeout,

    /// <summary>429, not committed.</summary>
    TooManyRequests,

    /// <summary>A server error, not committed.</summary>
    ErrorBeforeCommit,

    /// <summary>A server error after the commit.</summary>
    ErrorAfterCommit,

    /// <summary>An HTML page of a gateway in place of the provider's answer, not committed.</summary>
    GatewayPageBeforeCommit,

    /// <summary>An HTML page of a gateway in place of the provider's answer, after the commit.</summary>
    GatewayPageAfterCommit,

    /// <summary>A redirect to somewhere else, not committed.</summary>
    Redirect,

    /// <summary>A redirect to somewhere else after the commit, as a 303 means it.</summary>
    RedirectAfterCommit,

    /// <summary>
    /// A 409 in the provider's own error format, not committed. At Atlas, the idempotency key is in use; at Flexprice, another request changed the customer; at
    /// Flowglad, the external id is taken.
    /// </summary>
    Conflict,

    /// <summary>
    /// The request is committed, but the answer is that of the last successful request to the same endpoint, as from a cache that mixes requests up. If there
    /// was none, the request gets its own answer.
    /// </summary>
    ReplayedAnswer,

    /// <summary>
    /// A read is answered as if the provider had no customers, as from a replica that lags behind. A write is answered as usual.
    /// </summary>
    LaggingRead,

    /// <summary>A list is answered as if it had no filter. Any other request is answered as usual.</summary>
    IgnoredFilter,
}
