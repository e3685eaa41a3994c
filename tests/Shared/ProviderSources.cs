namespace BillingClients.Tests;

/// <summary>The providers as their source files show them. A suite that finds fewer of them is not complete.</summary>
internal static class ProviderSources
{
    /// <summary>The packages that hold a provider, or two: the projects that import Provider.props.</summary>
    internal static IReadOnlyList<string> Packages { get; } =
    [
        .. Directory.EnumerateFiles(Repository.PathOf("src"), "*.csproj", SearchOption.AllDirectories)
            .Where(static project => File.ReadAllText(project).Contains("../Provider.props", StringComparison.Ordinal))
            .Select(static project => Path.GetFileNameWithoutExtension(project))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Each provider's folder, which holds its interface, by the word with which its types begin: <c>IFlexpriceApi.cs</c> is Flexprice's.</summary>
    internal static IReadOnlyDictionary<string, string> Folders { get; } = Packages
        .SelectMany(static package => Directory.EnumerateFiles(Repository.PathOf($"src/{package}"), "I*Api.cs", SearchOption.AllDirectories))
        .ToDictionary(static path => Path.GetFileName(path)[1..^"Api.cs".Length], static path => Path.GetDirectoryName(path)!);
}
