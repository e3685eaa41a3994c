namespace BillingClients.Packaging.Tests;

/// <summary>The packages of a release, and what each depends on.</summary>
internal static class Expected
{
    internal static readonly string[] Targets = ["net10.0", "net8.0"];

    internal const string Metapackage = "BillingClients";

    private static readonly Dictionary<string, string[]> DependenciesById = new(ProviderSources.Packages.Select(OfProvider))
    {
        [Metapackage] = [.. ProviderSources.Packages],
        ["BillingClients.Conformance"] = ["BillingClients.Core", "BillingClients.Testing", "xunit.v3.assert", "xunit.v3.extensibility.core"],
        ["BillingClients.Core"] = ["Microsoft.Extensions.Http", "Microsoft.Extensions.Options.ConfigurationExtensions", "Polly.Core", "Refit"],
        ["BillingClients.Testing"] = ["BillingClients.Core"],
    };

    internal static IEnumerable<string> Ids => DependenciesById.Keys.Order(StringComparer.Ordinal);

    internal static IEnumerable<string> Libraries => Ids.Where(static id => id != Metapackage);

    internal static string[] DependenciesOf(string id) => DependenciesById[id];

    /// <summary>For <c>[MemberData]</c>.</summary>
    public static TheoryData<string> EveryPackage { get; } = [.. Ids];

    /// <summary>For <c>[MemberData]</c>.</summary>
    public static TheoryData<string> EveryLibrary { get; } = [.. Libraries];

    /// <summary>For <c>[MemberData]</c>.</summary>
    public static TheoryData<string> EveryProvider { get; } = [.. ProviderSources.Packages];

    private static KeyValuePair<string, string[]> OfProvider(string package) => new(package, ["BillingClients.Core", "Refit"]);
}
