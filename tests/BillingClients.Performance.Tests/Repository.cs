using System.Reflection;

namespace BillingClients.Performance.Tests;

/// <summary>Where this repository is.</summary>
internal static class Repository
{
    internal static string Root { get; } =
        typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static metadata => metadata.Key == "RepositoryRoot").Value!;

    internal static string Docs => Path.Combine(Root, "docs");
}
