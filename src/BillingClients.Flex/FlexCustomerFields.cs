namespace BillingClients;

/// <summary>What only Flex knows of a customer. Null means: do not send.</summary>
/// <remarks>Source: Flex's documents, <c>api-reference/customers</c>.</remarks>
public sealed record FlexCustomerFields : ProviderFields
{
    /// <summary>The customer's employer.</summary>
    public string? Employer { get; init; }

    /// <summary>The checkout session that the customer is linked to. Only in a create; Flex does not return it.</summary>
    public string? CheckoutSessionId { get; init; }
}
