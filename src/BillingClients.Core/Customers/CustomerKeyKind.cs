using System.Text.Json.Serialization;

namespace BillingClients;

/// <summary>Whose identifier a <see cref="CustomerKey"/> holds.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CustomerKeyKind>))]
public enum CustomerKeyKind
{
    /// <summary>The identifier that the provider gave.</summary>
    Id,

    /// <summary>The identifier that the application gave.</summary>
    ExternalId,
}
