namespace BillingClients;

/// <summary>A tax number in Atlas's words. Null means: absent.</summary>
public sealed record AtlasTaxId : ProviderData
{
    /// <summary>Which register it belongs to, such as <c>eu_vat</c>.</summary>
    public string? Type { get; init; }

    /// <summary>The number.</summary>
    public string? Value { get; init; }
}
