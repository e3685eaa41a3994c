using System.Reflection;

namespace BillingClients.Ledgerly.Tests.Walk;

/// <summary>Where this repository is.</summary>
internal static class Repository
{
    private static readonly string Root = typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(static metadata => metadata.Key == "RepositoryRoot").Value!;

    internal static string PathOf(string name) => Path.Combine(Root, name);

    internal static string[] ReadLines(string name) => File.ReadAllText(PathOf(name)).ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
}
