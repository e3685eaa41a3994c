using BillingClients.Providers;

namespace BillingClients;

/// <summary>What can be configured for Flexprice.</summary>
public sealed class FlexpriceOptions : ProviderOptions
{
    private static readonly Uri India = new("https://api.cloud.flexprice.io/v1");
    private static readonly Uri UnitedStates = new("https://us.api.flexprice.io/v1");

    /// <summary>The region of the account; <see cref="FlexpriceRegion.India"/> by default. <see cref="ProviderOptions.BaseAddress"/> goes before it.</summary>
    public FlexpriceRegion Region { get; set; } = FlexpriceRegion.India;

    /// <inheritdoc/>
    protected override Uri DefaultBaseAddress => Region == FlexpriceRegion.UnitedStates ? UnitedStates : India;

    /// <inheritdoc/>
    protected override IReadOnlyList<SettingFormat> GetOwnFormats() => [SettingFormat.OneOf<FlexpriceRegion>(nameof(Region))];

    /// <inheritdoc/>
    protected override IReadOnlyList<string> ValidateOwn(string path) =>
        Enum.IsDefined(Region) ? [] : [$"{path}:{nameof(Region)} is {(int)Region}. Use {nameof(FlexpriceRegion.India)} or {nameof(FlexpriceRegion.UnitedStates)}."];

    /// <inheritdoc/>
    protected override bool HasSameOwnSettings(ProviderOptions other) => other is FlexpriceOptions options && options.Region == Region;

    /// <inheritdoc/>
    protected override string? CheckApiKey(string apiKey) => apiKey.StartsWith("pk_", StringComparison.Ordinal)
        ? "is a publishable key (pk_…), which may not manage customers. Take a private key (sk_…) from Flexprice's dashboard."
        : null;
}
