using System.Text.Json.Serialization;

namespace BillingClients;

/// <summary>Which time limit ended a call.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<BillingTimeout>))]
public enum BillingTimeout
{
    /// <summary><see cref="ProviderOptions.AttemptTimeout"/>: one attempt, its response's body included.</summary>
    Attempt,

    /// <summary><see cref="CallOptions.Timeout"/> or <see cref="ProviderOptions.TotalTimeout"/>: the whole call, retries and waits included.</summary>
    Total,
}
