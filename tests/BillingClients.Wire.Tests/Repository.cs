using System.Reflection;

namespace BillingClients.Wire.Tests;

/// <summary>Where this repository is.</summary>
internal static class Repository
{
    private static readonly string Root = typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(static metadata => metadata.Key == "RepositoryRoot").Value!;

    internal static string PathOf(string name) => Path.Combine(Root, name);
}
