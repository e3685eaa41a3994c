using System.Reflection;

namespace BillingClients.Docs.Tests;

/// <summary>Where this repository is, and how this project was built.</summary>
internal static class Repository
{
    internal static string Root { get; } = Metadata("RepositoryRoot");

    internal static string Configuration { get; } = Metadata("Configuration");

    /// <summary>The pages for readers: the README and <c>docs/*.md</c>.</summary>
    internal static IReadOnlyList<string> Pages =>
    [
        .. Directory.GetFiles(Root, "README.md"), .. Directory.GetFiles(Path.Combine(Root, "docs"), "*.md").Order(StringComparer.Ordinal),
    ];

    /// <summary>A path within the repository, with forward slashes.</summary>
    internal static string NameOf(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    private static string Metadata(string key) =>
        typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == key).Value!;
}
