using System.Diagnostics;

namespace BillingClients;

/// <summary>What is known of the answer that ended a call.</summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record ResponseInfo
{
    /// <summary>The HTTP status, such as 201.</summary>
    public int StatusCode { get; init; }

    /// <summary>The provider's name for the request (<c>X-Request-Id</c>); null where it gave none.</summary>
    public string? RequestId { get; init; }

    /// <summary>How often the operation was attempted, this time included.</summary>
    public int Attempts { get; init; }

    /// <summary>The provider's rate limit as told with this answer; null where it told none.</summary>
    public RateLimit? RateLimit { get; init; }

    /// <summary>The HTTP status only: the provider's words may repeat what was sent, and this text ends up in logs.</summary>
    public override string ToString() => $"HTTP {StatusCode}";
}
