using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace BillingClients.RefitShim.Tests.Generating;

public class IncrementalityTests
{
    private const string Api = GeneratorRun.Usings + """
        namespace Adapter;

        internal interface IThingApi
        {
            [Get("/things/{id}")] [Headers("Accept: text/plain")]
            Task<List<int>?> GetAsync(string id, [AliasAs("q")] string? query, CancellationToken cancellationToken);
        }
        """;

    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp13);

    [Fact]
    public void An_edit_in_another_file_leaves_the_outputs_cached() =>
        ReasonsAfter(static before => before.AddSyntaxTrees(CSharpSyntaxTree.ParseText("class Unrelated;", ParseOptions)))
            .ShouldAllBe(static reason => reason == IncrementalStepRunReason.Cached);

    [Fact]
    public void An_edit_beside_the_interface_leaves_the_outputs_cached() =>
        ReasonsAfter(static before => Replace(before, "// A comment that moves every line.\n" + Api + "\n\nclass Unrelated;"))
            .ShouldAllBe(static reason => reason == IncrementalStepRunReason.Cached);

    [Fact]
    public void An_edit_of_an_endpoint_is_seen() =>
        ReasonsAfter(static before => Replace(before, Api.Replace("/things/{id}", "/items/{id}", StringComparison.Ordinal)))
            .ShouldContain(IncrementalStepRunReason.Modified);

    private static CSharpCompilation Replace(CSharpCompilation before, string source) =>
        before.ReplaceSyntaxTree(before.SyntaxTrees.Single(), CSharpSyntaxTree.ParseText(source, ParseOptions, path: "Adapter.cs"));

    private static IncrementalStepRunReason[] ReasonsAfter(Func<CSharpCompilation, CSharpCompilation> edit)
    {
        CSharpCompilation before = GeneratorRun.Compile("Adapter", Api);
        GeneratorDriver driver = GeneratorRun.Driver(trackSteps: true).RunGenerators(before, TestContext.Current.CancellationToken);
        GeneratorRunResult result = driver.RunGenerators(edit(before), TestContext.Current.CancellationToken).GetRunResult().Results.Single();

        result.TrackedSteps.ShouldContainKey(RefitShimGenerator.InterfacesStep);
        return result.TrackedOutputSteps.SelectMany(static step => step.Value).SelectMany(static run => run.Outputs)
            .Select(static output => output.Reason).ToArray();
    }
}
