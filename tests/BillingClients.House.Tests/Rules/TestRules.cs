using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BillingClients.House.Tests.Rules;

/// <summary>A test can fail: what always passes, or does not run, is kept out of the tests and of the conformance suite.</summary>
public class TestRules
{
    private static readonly (string Path, SyntaxNode Source)[] Files =
    [
        .. new[] { "tests", "src/BillingClients.Conformance" }
            .SelectMany(static folder => Directory.EnumerateFiles(Repository.PathOf(folder), "*.cs", SearchOption.AllDirectories))
            .Where(static file => !file.Split(Path.DirectorySeparatorChar).Any(static part => part is "obj" or "bin"))
            .Select(static file => (Repository.NameOf(file), Parse(File.ReadAllText(file)))),
    ];

    [Theory]
    [InlineData("ShouldBeAssignableTo", "It passes for null. Write x.ShouldBeOfType<T>() or (x is T).ShouldBeTrue().")]
    [InlineData("NotThrow", "A call that throws fails its test anyway. Make the call, and assert what it did.")]
    [InlineData("NotThrowAsync", "A call that throws fails its test anyway. Await the call, and assert what it did.")]
    public void No_test_uses(string name, string remedy) => Offences(file => Uses(file, name)).ShouldBeNone(remedy);

    [Fact]
    public void No_test_is_skipped() =>
        Offences(Skips).ShouldBeNone("It proves nothing. Mend it or delete it; of a theory, leave out the rows that do not apply.");

    [Fact]
    public void No_test_compares_a_value_with_itself() =>
        Offences(ComparedWithThemselves).ShouldBeNone("It always passes. Compare with the value that is expected.");

    [Theory]
    [InlineData("failure.ShouldBeAssignableTo<BillingException>();", "ShouldBeAssignableTo")]
    [InlineData("Should.NotThrow(() => client.Dispose());", "NotThrow")]
    [InlineData("await Should.NotThrowAsync(call);", "NotThrowAsync")]
    public void What_no_test_may_use_is_found(string statement, string name) => Uses(Parse(statement), name).ShouldHaveSingleItem();

    [Theory]
    [InlineData("[Fact(Skip = \"slow\")] void Test() { }")]
    [InlineData("[MemberData(nameof(Rows), SkipTestWithoutData = true)] void Test() { }")]
    [InlineData("Assert.Skip(\"slow\");")]
    public void A_skipped_test_is_found(string source) => Skips(Parse(source)).ShouldHaveSingleItem();

    [Theory]
    [InlineData("Assert.Same(client.Provider, client.Provider);", 1)]
    [InlineData("page.Count.ShouldBe(page.Count);", 1)]
    [InlineData("Assert.Equal(size ?? page.Count, page.Count);", 1)]
    [InlineData("first.Id.ShouldBe(second.Id);", 0)]
    [InlineData("NewId().ShouldBe(NewId());", 0)]
    public void A_value_that_is_compared_with_itself_is_found(string statement, int found) => ComparedWithThemselves(Parse(statement)).Count().ShouldBe(found);

    private static SyntaxNode Parse(string source) => CSharpSyntaxTree.ParseText(source).GetRoot();

    private static IEnumerable<string> Offences(Func<SyntaxNode, IEnumerable<SyntaxNode>> find)
    {
        Files.ShouldNotBeEmpty();
        return Files.SelectMany(file => find(file.Source).Select(node => $"{file.Path}({node.GetLocation().GetLineSpan().StartLinePosition.Line + 1})"));
    }

    private static IEnumerable<SyntaxNode> Uses(SyntaxNode source, string name) =>
        source.DescendantNodes().OfType<SimpleNameSyntax>().Where(used => used.Identifier.Text == name);

    private static IEnumerable<SyntaxNode> Skips(SyntaxNode source) => source.DescendantNodes().OfType<IdentifierNameSyntax>().Where(static name =>
        name.Identifier.Text.StartsWith("Skip", StringComparison.Ordinal)
        && name.Parent is NameEqualsSyntax or MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.Text: "Assert" } });

    private static IEnumerable<SyntaxNode> ComparedWithThemselves(SyntaxNode source) =>
        source.DescendantNodes().OfType<InvocationExpressionSyntax>()
            .Where(static call => Compared(call) is var (expected, actual) && IsCertain(expected, actual));

    private static (ExpressionSyntax Expected, ExpressionSyntax Actual)? Compared(InvocationExpressionSyntax call) =>
        (call.Expression as MemberAccessExpressionSyntax, call.ArgumentList.Arguments) switch
        {
            ({ Expression: IdentifierNameSyntax { Identifier.Text: "Assert" }, Name.Identifier.Text: "Equal" or "Same" }, { Count: >= 2 } arguments) =>
                (arguments[0].Expression, arguments[1].Expression),
            ({ Name.Identifier.Text: "ShouldBe" or "ShouldBeSameAs", Expression: var actual }, { Count: >= 1 } arguments) => (arguments[0].Expression, actual),
            _ => null,
        };

    // The fallback of ?? is compared too. A call may return something else each time.
    private static bool IsCertain(ExpressionSyntax expected, ExpressionSyntax actual)
    {
        ExpressionSyntax last = expected is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } coalesced ? coalesced.Right : expected;
        return last is IdentifierNameSyntax or MemberAccessExpressionSyntax
            && !last.DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>().Any()
            && SyntaxFactory.AreEquivalent(last, actual);
    }
}
