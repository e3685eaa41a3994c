using System.Text.Json.Serialization;

namespace BillingClients;

/// <summary>The field by which a provider tells customers apart.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<UniqueKey>))]
public enum UniqueKey
{
    /// <summary>None that its documents name.</summary>
    None,

    /// <summary><see cref="CustomerCreate.ExternalId"/>.</summary>
    ExternalId,

    /// <summary><see cref="CustomerCreate.Email"/>.</summary>
    Email,
}
