using System.Diagnostics;

namespace BillingClients.Providers;

/// <summary>What is known of a failure. For writing a provider.</summary>
/// <remarks>Not a record: its body and the provider's words may hold personal data, and nothing must print them.</remarks>
[DebuggerDisplay("BillingErrorDetails")]
public sealed class BillingErrorDetails
{
    /// <summary>The provider's name.</summary>
    public required string Provider { get; init; }

    /// <summary>The name that the client is registered under; null if no client is known. A client sets its own name in what it throws.</summary>
    public string? Client { get; init; }

    /// <summary>The operation that failed; null outside an operation.</summary>
    public BillingOperation? Operation { get; init; }

    /// <summary>The HTTP status; null when there was no answer.</summary>
    public int? StatusCode { get; init; }

    /// <summary>The provider's machine-readable code.</summary>
    public string? ProviderCode { get; init; }

    /// <summary>The provider's words.</summary>
    public string? ProviderMessage { get; init; }

    /// <summary>The provider's name for the request.</summary>
    public string? RequestId { get; init; }

    /// <summary>The start of the response's body.</summary>
    public string? ResponseBody { get; init; }

    /// <summary>How long the provider asked to wait.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>How often the operation was attempted; <see cref="ProviderPipeline"/> sets its own count in the end.</summary>
    public int Attempts { get; init; }

    /// <summary>Whether the same request may succeed later.</summary>
    public bool IsTransient { get; init; }

    /// <summary>Whether the request may have taken effect.</summary>
    public bool OutcomeUnknown { get; init; }

    /// <summary>Whether the answer is a 4xx page that is not in the provider's error format.</summary>
    internal bool IsGatewayPage { get; init; }
}
