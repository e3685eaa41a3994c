namespace BillingClients.Testing;

/// <summary>What the server makes of a <see cref="FlexpriceFilter"/>.</summary>
internal enum FlexpriceFilterEffect
{
    /// <summary>It filters.</summary>
    Filters,

    /// <summary>Its operator is missing, unknown or not implemented, or has no value of its kind: it lets everybody pass.</summary>
    IsIgnored,

    /// <summary>Customers have no such column.</summary>
    HasNoColumn,

    /// <summary>The column and the value are of different types, so the database refuses the comparison.</summary>
    FailsInDatabase,

    /// <summary>There is no value, and the server's code expects one.</summary>
    Panics,
}
