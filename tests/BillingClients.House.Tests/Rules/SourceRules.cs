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

    [Fact]
    public void A_file_holds_one_type_and_has_its_name() =>
        Files.Where(static file => TypesIn(file) is var types && (types.Length > 1 || types.Any(type => type != Path.GetFileName(file).Split('.')[0])))
            .ShouldBeNone("A reader looks for a type in the file of its name. Move it.");

    [Fact]
    public void Every_package_version_is_one_version() =>
        PackageVersion().Matches(File.ReadAllText(Repository.PathOf("Directory.Packages.props"))).Select(static match => match.Groups[1].Value)
            .Where(static version => !ExactVersion().IsMatch(version))
            .ShouldBeNone("Pin it: with a range or a star, two restores of one commit differ.");

    private static string[] TypesIn(string file) =>
        [.. CSharpSyntaxTree.ParseText(File.ReadAllText(file)).GetRoot().DescendantNodes().OfType<BaseTypeDeclarationSyntax>().Where(static type => type.Parent is not BaseTypeDeclarationSyntax).Select(static type => type.Identifier.Text).Distinct()];

    [GeneratedRegex("""<PackageVersion Include="[^"]+" Version="([^"]*)" />""")]
    private static partial Regex PackageVersion();

    [GeneratedRegex(@"^\d+\.\d+\.\d+(-[\w.]+)?$")]
    private static partial Regex ExactVersion();
}
