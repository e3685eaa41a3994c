namespace BillingClients;

/// <summary>By which keys an operation can address a customer.</summary>
/// <param name="ById">By the provider's id.</param>
/// <param name="ByExternalId">By the application's external id.</param>
public readonly record struct KeySupport(Support ById, Support ByExternalId)
{
    /// <summary>The support for one kind of key.</summary>
    public Support For(CustomerKeyKind kind) => kind == CustomerKeyKind.Id ? ById : ByExternalId;
}
