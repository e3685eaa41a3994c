using System.Text.Json.Serialization;

namespace BillingClients;

/// <summary>What to do with fields that a provider cannot hold.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<UnsupportedFields>))]
public enum UnsupportedFields
{
    /// <summary>Throw <see cref="UnsupportedFieldException"/> before sending. The default.</summary>
    Throw,

    /// <summary>Leave the field out and log its name, once per client.</summary>
    Ignore,

    /// <summary>Store the field's value in the customer's metadata; where the provider has none, refuse.</summary>
    StoreInMetadata,
}
