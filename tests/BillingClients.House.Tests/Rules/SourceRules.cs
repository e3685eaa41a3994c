using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BillingClients.House.Tests.Rules;

/// <summary>What is seen in source files only.</summary>
public partial class SourceRules
{
    private static readonly string[] Files =
    [
        .. Directory.EnumerateFiles(Repository.PathOf("src"), "*.cs", SearchOption.AllDirectories)
            .Where(static file => !file.Split(Path.DirectorySeparatorChar).Any(static part => part is "obj" or "bin")),
    ];

    // Small types that are read with the one type that uses them; of the shapes, an envelope and what is in it.
    private static readonly Dictionary<string, string> Companions = new()
    {
        ["CreateQueue"] = "CreateTurn",
        ["Endpoint"] = "CustomerEndpoints",
        ["FieldSet"] = "CustomerFieldTable",
        ["FieldType"] = "FieldRow",
        ["FlexCreateBody"] = "FlexCreateRequest",
        ["FlexUpdateBody"] = "FlexUpdateRequest",
        ["FlowgladAddress"] = "FlowgladBillingAddress",
        ["FlowgladCreateData"] = "FlowgladCreateResponse",
        ["FlowgladCustomerChange"] = "FlowgladUpdateRequest",
        ["FlowgladNewCustomer"] = "FlowgladCreateRequest",
        ["IStoredResource"] = "CreateRecovery",
        ["ProviderRequest"] = "ProviderCall",
    };

    [Fact]
    public void A_file_holds_one_type_and_has_its_name() =>
        Files.Where(static file => NameOf(file) is var name && TypesIn(file).Any(type => type != name && CompanionOf(type) != name))
            .ShouldBeNone("A reader looks for a type in the file of its name. Move it; or, if it is small and read with the other only, name it in Companions.");

    [Fact]
    public void Core_names_no_provider()
    {
        Regex names = new($@"\b(?:{string.Join('|', ProviderSources.Folders.Keys)})", RegexOptions.IgnoreCase);

        Files.Where(static file => file.Contains("BillingClients.Core", StringComparison.Ordinal))
            .SelectMany(file => File.ReadLines(file).Where(line => names.IsMatch(line)).Select(line => $"{NameOf(file)}: {line.Trim()}"))
            .ShouldBeNone("Core knows no provider, in comments neither: say what kind of provider is meant.");
    }

    [Fact]
    public void Every_package_version_is_one_version() =>
        PackageVersion().Matches(File.ReadAllText(Repository.PathOf("Directory.Packages.props"))).Select(static match => match.Groups[1].Value)
            .Where(static version => !ExactVersion().IsMatch(version))
            .ShouldBeNone("Pin it: with a range or a star, two restores of one commit differ.");

    // A provider's paths stand beside its endpoints.
    private static string? CompanionOf(string type) =>
        type.EndsWith("Routes", StringComparison.Ordinal) ? $"I{type[..^"Routes".Length]}Api" : Companions.GetValueOrDefault(type);

    private static string NameOf(string file) => Path.GetFileName(file).Split('.')[0];

    private static string[] TypesIn(string file) =>
        [.. CSharpSyntaxTree.ParseText(File.ReadAllText(file)).GetRoot().DescendantNodes().OfType<BaseTypeDeclarationSyntax>().Where(static type => type.Parent is not BaseTypeDeclarationSyntax).Select(static type => type.Identifier.Text).Distinct()];

    [GeneratedRegex("""<PackageVersion Include="[^"]+" Version="([^"]*)" />""")]
    private static partial Regex PackageVersion();

    [GeneratedRegex(@"^\d+\.\d+\.\d+(-[\w.]+)?$")]
    private static partial Regex ExactVersion();
}
