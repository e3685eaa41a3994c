using System.Xml.Linq;

namespace BillingClients.Docs.Tests.Packages;

/// <summary>The packages, packed from what is built, in a folder that serves as a feed; and an empty package folder to restore into.</summary>
public sealed class LocalFeed : IAsyncLifetime
{
    // What the page's two packages are made of; the target that this project builds is enough for a program of today.
    private static readonly string[] Projects = ["Core", "Flexprice", "Testing"];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("billingclients-");

    internal string Workspace => Path.Combine(_folder.FullName, "work");

    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(Workspace);
        string feed = Path.Combine(_folder.FullName, "feed");
        foreach (string project in Projects)
        {
            (await Ran.DotnetAsync(
                Path.Combine(Repository.Root, "src", $"BillingClients.{project}"),
                ["pack", "--no-build", "-c", Repository.Configuration, "-o", feed, "-p:TargetFrameworks=net10.0", "-p:NoWarn=NU5128", "-v", "quiet"])).ShouldSucceed($"dotnet pack of {project}");
        }

        // Added to the feeds that the machine has anyway.
        XElement sources = new("packageSources", new XElement("add", new XAttribute("key", "local"), new XAttribute("value", feed)));
        new XDocument(new XElement("configuration", sources)).Save(Path.Combine(Workspace, "nuget.config"));
    }

    internal Task<Ran> DotnetAsync(string folder, string[] arguments) => Ran.DotnetAsync(
        Path.Combine(Workspace, folder), arguments, ("NUGET_PACKAGES", Path.Combine(_folder.FullName, "packages")), ("DOTNET_NOLOGO", "1"), ("MSBUILDDISABLENODEREUSE", "1"));

    public ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return default;
    }
}
