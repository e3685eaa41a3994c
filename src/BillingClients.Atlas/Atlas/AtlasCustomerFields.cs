namespace BillingClients;

/// <summary>What only Atlas knows of a customer. Null means: do not send.</summary>
public sealed record AtlasCustomerFields : ProviderFields
{
    /// <summary>The payment method that is charged by default. Only in an update: a new customer has none.</summary>
    /// <remarks>
    /// The sources disagree on its name: Atlas's documentation has <c>default_payment_method</c>, its server source reads <c>default_token_id</c> and passes
    /// over the other. An update sends the value under both. The answer shows in <see cref="AtlasCustomer.DefaultPaymentMethod"/> whether it was taken.
    /// </remarks>
    public string? DefaultPaymentMethod { get; init; }
}
