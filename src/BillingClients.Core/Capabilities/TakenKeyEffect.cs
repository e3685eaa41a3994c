using System.Text.Json.Serialization;

namespace BillingClients;

/// <summary>What <see cref="ICustomerClient.CreateAsync"/> does when another customer has the unique key (<see cref="CustomerCapabilities.UniqueKey"/>).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TakenKeyEffect>))]
public enum TakenKeyEffect
{
    /// <summary>The provider's documents do not say.</summary>
    Unknown,

    /// <summary>It is refused: a <see cref="BillingConflictException"/>. The existing customer stays as it is.</summary>
    Refuses,

    /// <summary>
    /// It changes the existing customer to what was sent, and makes no second one: a <see cref="BillingConflictException"/> whose
    /// <see cref="BillingConflictException.ExistingWasChanged"/> is true.
    /// </summary>
    ChangesExisting,

    /// <summary>It makes a second customer with the same key.</summary>
    CreatesSecond,
}
