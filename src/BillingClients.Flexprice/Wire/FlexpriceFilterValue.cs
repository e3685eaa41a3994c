namespace BillingClients.Wire;

/// <summary>What a <see cref="FlexpriceFilter"/> compares with: one member, named after the type.</summary>
internal sealed class FlexpriceFilterValue
{
    public required DateTime Date { get; init; }
}
