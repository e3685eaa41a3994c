namespace BillingClients;

/// <summary>What can be configured for RunOnAtlas.</summary>
/// <remarks>The key must be of type secret; its form is not documented. Test and live data are told apart by the account that the key belongs to.</remarks>
public sealed class RunOnAtlasOptions : ProviderOptions
{
    private static readonly Uri Production = new("https://platform.runonatlas.com");

    /// <inheritdoc/>
    protected override Uri DefaultBaseAddress => Production;
}
