using System.Diagnostics;
using System.Text.Json.Serialization;

namespace BillingClients;

/// <summary>Settings for one call. Null means: the client's own setting.</summary>
/// <remarks>Not a record, so that nothing prints the key.</remarks>
[DebuggerDisplay("CallOptions")]
public sealed class CallOptions
{
    /// <summary>
    /// The idempotency key of a create, 1 to 255 visible ASCII characters; null to have one generated. All attempts of the call use the same key. A key is
    /// refused where it would not be sent: in an update, in a delete, and in a create at a provider without idempotency keys
    /// (<see cref="CustomerCapabilities.IdempotencyKeys"/>). If <see cref="UnsupportedFields"/> is <see cref="BillingClients.UnsupportedFields.Ignore"/>, it is
    /// left out instead. Reads always leave it out, so that the settings of a create can be used for a look-up.
    /// </summary>
    public string? IdempotencyKey { get; init; }

    /// <summary>The time for the whole call, its retries and waits included; null for the client's <see cref="ProviderOptions.TotalTimeout"/>.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>
    /// The API key for this call, for applications that act for several accounts; null for the client's own. It is never serialised as JSON.
    /// </summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    [JsonIgnore]
    public string? ApiKey { get; init; }

    /// <summary>Headers to add; copied when the call begins. They cannot replace authentication, the host, the content's headers or the idempotency key.</summary>
    public IReadOnlyDictionary<string, string>? Headers { get; init; }

    /// <summary>What to do with fields that the provider cannot hold; null for the client's own setting.</summary>
    public UnsupportedFields? UnsupportedFields { get; init; }

    internal CallOptions WithHeaders(IReadOnlyDictionary<string, string>? headers) => new()
    {
        IdempotencyKey = IdempotencyKey,
        Timeout = Timeout,
        ApiKey = ApiKey,
        Headers = headers,
        UnsupportedFields = UnsupportedFields,
    };
}
