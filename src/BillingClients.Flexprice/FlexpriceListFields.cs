namespace BillingClients;

/// <summary>Filters that only Flexprice knows. Null means: do not filter.</summary>
public sealed record FlexpriceListFields : ProviderFields
{
    /// <summary>Customers with these ids.</summary>
    public IReadOnlyList<string>? CustomerIds { get; init; }

    /// <summary>Customers with these external ids.</summary>
    public IReadOnlyList<string>? ExternalIds { get; init; }

    /// <summary><c>published</c>, <c>archived</c> or <c>deleted</c>. Null: published customers only, which is Flexprice's default.</summary>
    public string? Status { get; init; }

    /// <inheritdoc/>
    protected override ProviderFields Copy() => this with { CustomerIds = CustomerIds?.ToArray(), ExternalIds = ExternalIds?.ToArray() };
}
