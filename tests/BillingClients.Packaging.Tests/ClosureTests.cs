using System.Text.Json;
using System.Xml.Linq;

namespace BillingClients.Packaging.Tests;

/// <summary>What an ASP.NET Core application takes in with one provider's package.</summary>
public sealed class ClosureTests(PackedPackages packages)
{
    [Theory]
    [MemberData(nameof(Expected.EveryProvider), MemberType = typeof(Expected))]
    public async Task A_provider_brings_Core_and_Polly_Core_and_nothing_else_beyond_the_framework(string id)
    {
        string folder = WriteConsumer(id);

        await Dotnet.RunAsync(folder, ["restore"], ("NUGET_PACKAGES", packages.Folder("restored")));

        PackagesIn(folder).ShouldBe([id, "BillingClients.Core", "Polly.Core"], ignoreOrder: true);
    }

    private string WriteConsumer(string id)
    {
        string folder = packages.Folder($"consumer-of-{id}");
        Directory.CreateDirectory(folder);
        new XDocument(new XElement(
            "Project",
            new XAttribute("Sdk", "Microsoft.NET.Sdk.Web"),
            new XElement("PropertyGroup", new XElement("TargetFramework", "net10.0")),
            new XElement("ItemGroup", new XElement("PackageReference", new XAttribute("Include", id), new XAttribute("Version", Repository.Version)))))
            .Save(Path.Combine(folder, "Consumer.csproj"));

        // Added to the feeds that the machine has anyway.
        XElement feed = new("add", new XAttribute("key", "packed"), new XAttribute("value", packages.Feed));
        new XDocument(new XElement("configuration", new XElement("packageSources", feed))).Save(Path.Combine(folder, "nuget.config"));
        return folder;
    }

    private static IEnumerable<string> PackagesIn(string folder)
    {
        using JsonDocument assets = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "obj", "project.assets.json")));
        return [.. assets.RootElement.GetProperty("libraries").EnumerateObject().Select(static library => library.Name.Split('/')[0])];
    }
}
