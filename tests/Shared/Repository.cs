using System.Reflection;

namespace BillingClients.Tests;

/// <summary>The path of this repository, and how the calling tests were built.</summary>
internal static class Repository
{
    internal static string Root { get; } = Metadata("RepositoryRoot");

    internal static string Configuration { get; } = Metadata("Configuration");

    internal static string Version { get; } = Metadata("Version");

    internal static string PathOf(string name) => Path.Combine(Root, name);

    /// <summary>A path within the repository, with forward slashes.</summary>
    internal static string NameOf(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    internal static string[] ReadLines(string name) => File.ReadAllText(PathOf(name)).ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');

    private static string Metadata(string key) =>
        typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == key).Value!;
}
