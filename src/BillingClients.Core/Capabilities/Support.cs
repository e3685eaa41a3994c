using System.Text.Json.Serialization;

namespace BillingClients;

/// <summary>How well a provider does something.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Support>))]
public enum Support
{
    /// <summary>It does not; using it throws before a request is sent.</summary>
    Unsupported,

    /// <summary>Its API does it.</summary>
    Native,

    /// <summary>This library does it with other parts of the API; the provider's page in the documentation says how, and at what price.</summary>
    Emulated,

    /// <summary>Its documents do not say. The request is sent and the provider decides.</summary>
    Unknown,
}
