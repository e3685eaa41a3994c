namespace BillingClients.Testing;

/// <summary>Which of Flowglad's customers is sent.</summary>
public enum FlowgladResponseShape
{
    /// <summary>Dates in milliseconds, <c>pricingModelId</c>, and the subscription beside a new customer: servers since October 2025.</summary>
    Current,

    /// <summary>Dates in ISO 8601, <c>catalogId</c> taken and returned, no subscription: servers before that.</summary>
    Older,
}
