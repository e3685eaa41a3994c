namespace BillingClients.Docs.Tests.Snippets;

/// <summary>Every C# block of the pages for readers, the README and <c>docs/*.md</c>, compiles.</summary>
public sealed class SnippetTests
{
    public static TheoryData<string> Pages =>
        ["README.md", .. Directory.GetFiles(Repository.PathOf("docs"), "*.md").Order(StringComparer.Ordinal).Select(Repository.NameOf)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_block_compiles(string page)
    {
        IReadOnlyList<string> wrong = SnippetCompiler.Compile(page, File.ReadAllText(Path.Combine(Repository.Root, page)));

        Assert.True(wrong.Count == 0, $"Blocks of {page} do not compile; tests/BillingClients.Docs.Tests/README.md has the convention.\n{string.Join("\n", wrong)}");
    }

    [Fact]
    public void A_block_that_does_not_compile_is_named_with_its_page_its_line_and_the_compilers_words() => SnippetCompiler
        .Compile("docs/page.md", "# Page\n\n```csharp\nint i = 1;\nint j = k;\n```\n\n```text\nnot code\n```\n")
        .ShouldBe(["docs/page.md(5): CS0103: The name 'k' does not exist in the current context"]);

    [Fact]
    public void A_type_of_one_block_is_known_to_the_others_and_locals_are_not() => SnippetCompiler
        .Compile("docs/page.md", "```csharp\nint i = Two.Value;\n```\n```csharp\nusing System.Text;\nint i = 3;\npublic static class Two { public static int Value => 2; }\n```\n")
        .ShouldBeEmpty();
}
