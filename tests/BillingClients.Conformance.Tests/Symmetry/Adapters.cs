namespace BillingClients.Conformance.Tests.Symmetry;

/// <summary>The folders of the adapters' source: those that hold a provider's interface.</summary>
internal static class Adapters
{
    internal static IEnumerable<string> All => ProviderSources.Folders.Keys;

    internal static TheoryData<string> Names { get; } = [.. All];

    /// <summary>The names of an adapter's source files, with <c>{P}</c> for the provider's name.</summary>
    internal static IReadOnlyList<string> FilesOf(string provider, string subfolder = "") =>
    [
        .. FilesIn(Path.Combine(ProviderSources.Folders[provider], subfolder))
            .Select(path => Path.GetFileName(path).Replace(provider, "{P}", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>A file's text, with <c>{P}</c> for the provider's name in <paramref name="file"/>.</summary>
    internal static string Read(string provider, string file) =>
        File.ReadAllText(Path.Combine(ProviderSources.Folders[provider], file.Replace("{P}", provider, StringComparison.Ordinal)));

    private static IEnumerable<string> FilesIn(string folder) => Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.cs") : [];
}
