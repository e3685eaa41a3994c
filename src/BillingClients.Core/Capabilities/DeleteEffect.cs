using System.Text.Json.Serialization;

namespace BillingClients;

/// <summary>What is left of a customer after <see cref="ICustomerClient.DeleteAsync"/>.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DeleteEffect>))]
public enum DeleteEffect
{
    /// <summary>The provider has no such operation.</summary>
    None,

    /// <summary>Nothing: it is gone.</summary>
    Deletes,

    /// <summary>The customer, put away. No provider documents a way back.</summary>
    Archives,
}
