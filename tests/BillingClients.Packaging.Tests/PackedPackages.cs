using System.Xml.Linq;
using BillingClients.Packaging.Tests;

[assembly: AssemblyFixture(typeof(PackedPackages))]

namespace BillingClients.Packaging.Tests;

/// <summary>The packages of a release, which <c>./run</c> has packed, and a temporary folder to use them in.</summary>
public sealed class PackedPackages : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("billingclients-packages-");

    /// <summary>The folder that serves as a feed.</summary>
    internal static string Feed { get; } = Environment.GetEnvironmentVariable("BILLING_PACKAGES")
        ?? throw new InvalidOperationException("There are no packages to test. Start these tests with tests/BillingClients.Packaging.Tests/run.");

    internal static Package Open(string id) => Package.Open(Path.Combine(Feed, $"{id}.{Repository.Version}.nupkg"));

    internal static Package OpenSymbols(string id) => Package.Open(Path.Combine(Feed, $"{id}.{Repository.Version}.snupkg"));

    /// <summary>A path for a test to write to, deleted after the run.</summary>
    internal string Folder(string name) => Path.Combine(_folder.FullName, name);

    /// <summary>A new folder in which packages are restored from the feed, and from those that the machine has anyway.</summary>
    internal string Workspace(string name)
    {
        XElement feed = new("add", new XAttribute("key", "packed"), new XAttribute("value", Feed));
        Directory.CreateDirectory(Folder(name));
        new XDocument(new XElement("configuration", new XElement("packageSources", feed))).Save(Path.Combine(Folder(name), "nuget.config"));
        return Folder(name);
    }

    /// <summary>Runs <c>dotnet</c> with a package folder of these tests' own, so that an older package of the same version is never found.</summary>
    internal Task<Ran> DotnetAsync(string folder, string[] arguments) => Ran.DotnetAsync(
        folder, arguments, ("NUGET_PACKAGES", Folder("restored")), ("DOTNET_NOLOGO", "1"), ("MSBUILDDISABLENODEREUSE", "1"));

    public void Dispose() => _folder.Delete(recursive: true);
}
