using System.Reflection;

namespace BillingClients.Packaging.Tests;

/// <summary>Where this repository is, and the version that it builds.</summary>
internal static class Repository
{
    internal static string Root { get; } = Metadata("RepositoryRoot");

    internal static string Version { get; } = Metadata("Version");

    private static string Metadata(string key) =>
        typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == key).Value!;
}
