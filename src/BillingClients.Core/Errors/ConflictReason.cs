using System.Text.Json.Serialization;

namespace BillingClients;

/// <summary>Why a provider refused a request with a conflict.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ConflictReason>))]
public enum ConflictReason
{
    /// <summary>Something else that is stored forbids the request, or the provider does not say what: see <see cref="BillingException.ProviderCode"/>.</summary>
    Other,

    /// <summary>Another customer has the unique key (<see cref="CustomerCapabilities.UniqueKey"/>).</summary>
    KeyTaken,

    /// <summary>The idempotency key was used before, for another request. Send this one with a new key.</summary>
    IdempotencyKeyReused,

    /// <summary>Somebody else changed the customer at the same time. Read it and try again.</summary>
    ConcurrentChange,
}
