namespace BillingClients.Conformance.Tests.Symmetry;

/// <summary>The folders of the adapters' source.</summary>
internal static class Adapters
{
    private static readonly Dictionary<string, string> Folders = new()
    {
        ["Atlas"] = "src/BillingClients.Atlas/Atlas",
        ["RunOnAtlas"] = "src/BillingClients.Atlas/RunOnAtlas",
        ["Flexprice"] = "src/BillingClients.Flexprice",
        ["Flowglad"] = "src/BillingClients.Flowglad",
        ["Flex"] = "src/BillingClients.Flex",
    };

    internal static TheoryData<string> Names { get; } = new(Folders.Keys);

    /// <summary>The names of an adapter's source files, with <c>{P}</c> for the provider's name.</summary>
    internal static IReadOnlyList<string> FilesOf(string provider, string subfolder = "") =>
    [
        .. Directory.EnumerateFiles(Path.Combine(Repository.PathOf(Folders[provider]), subfolder), "*.cs")
            .Select(path => Path.GetFileName(path).Replace(provider, "{P}", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>A file's text, with <c>{P}</c> for the provider's name in <paramref name="file"/>.</summary>
    internal static string Read(string provider, string file) =>
        File.ReadAllText(Path.Combine(Repository.PathOf(Folders[provider]), file.Replace("{P}", provider, StringComparison.Ordinal)));
}
