using BillingClients.Docs.Tests.Snippets;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BillingClients.Docs.Tests.Samples;

/// <summary><c>samples/OwnEndpoints</c> runs, and <c>docs/own-endpoints.md</c> shows what it runs.</summary>
public sealed class OwnEndpointsTests
{
    [Fact]
    public async Task The_sample_calls_both_endpoints_and_one_of_nobody()
    {
        string program = Repository.PathOf($"samples/OwnEndpoints/bin/{Repository.Configuration}/net10.0/OwnEndpoints.dll");

        Ran ran = (await Ran.DotnetAsync(Repository.Root, [program])).ShouldSucceed("samples/OwnEndpoints");

        string[] lines = ran.Output.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(3);
        lines[0].ShouldMatch("^Flexprice: subs_[0-9A-Z]+, active, since [0-9-]{10}$");
        lines[1].ShouldBe("Flowglad: https://app.flowglad.com/billing-portal/example");
        lines[2].ShouldStartWith("Flexprice: the request GET /customers/external/{external_id}/subscriptions failed (HTTP 404, not_found, ");
        ran.Output.ShouldNotContain("crm-9999");
        ran.Errors.ShouldBeEmpty();
    }

    [Fact]
    public void Every_type_on_the_page_is_that_of_the_sample()
    {
        Dictionary<string, string> inSample = Directory.GetFiles(Repository.PathOf("samples/OwnEndpoints"), "*.cs").SelectMany(static file => TypesIn(File.ReadAllText(file)))
            .ToDictionary(static type => type.Name, static type => type.Code);
        (string Name, string Code)[] onPage =
            [.. Snippet.In(File.ReadAllText(Repository.PathOf("docs/own-endpoints.md"))).Where(static block => block.Language is "csharp" or "cs").SelectMany(static block => TypesIn(block.Code))];

        onPage.Select(static type => type.Name).ShouldBe(inSample.Keys, ignoreOrder: true);
        onPage.ShouldAllBe(type => type.Code == inSample[type.Name]);
    }

    private static IEnumerable<(string Name, string Code)> TypesIn(string code) =>
        CSharpSyntaxTree.ParseText(code).GetRoot().DescendantNodes().OfType<TypeDeclarationSyntax>()
            .Select(static type => (type.Identifier.Text, type.WithoutTrivia().NormalizeWhitespace().ToFullString()));
}
