using System.Text.Json;
using System.Xml.Linq;

namespace BillingClients.Packaging.Tests;

/// <summary>What an ASP.NET Core application takes in with one provider's package.</summary>
public sealed class ClosureTests(PackedPackages packages)
{
    // Refit and its dependencies.
    private static readonly string[] Refit = ["Refit", "ReactiveUI.Primitives", "ReactiveUI.Primitives.Core", "ReactiveUI.Disposables"];

    [Theory]
    [MemberData(nameof(Expected.EveryProvider), MemberType = typeof(Expected))]
    public async Task A_provider_brings_Core_Polly_Core_and_Refit_with_its_dependencies_and_nothing_else(string id) =>
        (await RestoreAsync(id, "net10.0")).ShouldBe([id, "BillingClients.Core", "Polly.Core", .. Refit], ignoreOrder: true);

    // .NET 8 has older versions of these in the framework, or none.
    [Fact]
    public async Task On_net8_it_also_brings_newer_framework_packages() =>
        (await RestoreAsync("BillingClients.Flexprice", "net8.0")).Where(static id => !id.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal)).ShouldBe(
            ["BillingClients.Flexprice", "BillingClients.Core", "Polly.Core", .. Refit, "System.Diagnostics.DiagnosticSource", "System.Net.ServerSentEvents"],
            ignoreOrder: true);

    // The SDK passes on every source generator, so Refit's runs in the application too.
    [Theory]
    [InlineData("class Nothing;", false)]
    [InlineData("interface IOwnApi { [Refit.Get(\"/x\")] System.Threading.Tasks.Task<string> GetAsync(); }", true)]
    public async Task Refit_generates_code_in_an_application_that_declares_an_interface_and_nothing_in_any_other(string program, bool isGenerated)
    {
        string folder = WriteConsumer("BillingClients.Flexprice", "net10.0");
        string generated = packages.Folder($"generated-{isGenerated}");
        await File.WriteAllTextAsync(Path.Combine(folder, "Program.cs"), program, TestContext.Current.CancellationToken);

        (await packages.DotnetAsync(
            folder,
            ["build", "-warnaserror", "-p:OutputType=Library", "-p:EmitCompilerGeneratedFiles=true", $"-p:CompilerGeneratedFilesOutputPath={generated}"]))
            .ShouldSucceed("dotnet build");

        string[] files = Directory.Exists(generated) ? Directory.GetFiles(generated, "*", SearchOption.AllDirectories) : [];
        files.Any(static file => file.Contains("Refit", StringComparison.Ordinal)).ShouldBe(isGenerated);
    }

    private async Task<IEnumerable<string>> RestoreAsync(string id, string framework)
    {
        string folder = WriteConsumer(id, framework);
        (await packages.DotnetAsync(folder, ["restore"])).ShouldSucceed("dotnet restore");
        return PackagesIn(folder);
    }

    private string WriteConsumer(string id, string framework)
    {
        string folder = packages.Workspace($"consumer-of-{id}-on-{framework}");
        new XDocument(new XElement(
            "Project",
            new XAttribute("Sdk", "Microsoft.NET.Sdk.Web"),
            new XElement("PropertyGroup", new XElement("TargetFramework", framework)),
            new XElement("ItemGroup", new XElement("PackageReference", new XAttribute("Include", id), new XAttribute("Version", Repository.Version)))))
            .Save(Path.Combine(folder, "Consumer.csproj"));
        return folder;
    }

    private static IEnumerable<string> PackagesIn(string folder)
    {
        using JsonDocument assets = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "obj", "project.assets.json")));
        return [.. assets.RootElement.GetProperty("libraries").EnumerateObject().Select(static library => library.Name.Split('/')[0])];
    }
}
