using System.Text.Json.Serialization;

namespace BillingClients;

/// <summary>Where Flexprice keeps an account's data. Each region has its own address and its own keys.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FlexpriceRegion>))]
public enum FlexpriceRegion
{
    /// <summary><c>https://api.cloud.flexprice.io/v1</c>.</summary>
    India,

    /// <summary><c>https://us.api.flexprice.io/v1</c>.</summary>
    UnitedStates,
}
