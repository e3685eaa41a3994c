using BillingClients.Docs.Tests.Snippets;

namespace BillingClients.Docs.Tests.Samples;

/// <summary>The F# and Visual Basic of <c>docs/fsharp-and-vb.md</c> is part of the programs in <c>tests/languages</c>, which run against the simulator.</summary>
public sealed class LanguageTests
{
    private const string Page = "docs/fsharp-and-vb.md";

    [Theory]
    [InlineData("fsharp", "BillingClients.FSharp/Program.fs")]
    [InlineData("vb", "BillingClients.VisualBasic/Program.vb")]
    public void Every_block_stands_in_the_program(string language, string program)
    {
        string code = File.ReadAllText(Repository.PathOf($"tests/languages/{program}")).ReplaceLineEndings("\n");
        Snippet[] blocks = [.. Snippet.In(File.ReadAllText(Repository.PathOf(Page))).Where(block => block.Language == language)];

        blocks.Length.ShouldBeGreaterThan(1);
        blocks.Where(block => !code.Contains($"{block.Code}\n", StringComparison.Ordinal) && !code.Contains(InModule(block.Code), StringComparison.Ordinal))
            .Select(static block => $"{Page}({block.Line})")
            .ShouldBeEmpty($"Copy these blocks from tests/languages/{program}.");
    }

    [Theory]
    [InlineData("BillingClients.FSharp")]
    [InlineData("BillingClients.VisualBasic")]
    public async Task The_program_runs_and_finds_what_it_expects(string project)
    {
        string program = Repository.PathOf($"tests/languages/{project}/bin/{Repository.Configuration}/net10.0/{project}.dll");

        Ran ran = (await Ran.DotnetAsync(Repository.Root, [program])).ShouldSucceed($"tests/languages/{project}");

        ran.Output.ShouldBe($"Ada Lovelace, now Ada King, is one of 1{Environment.NewLine}");
        ran.Errors.ShouldBeEmpty();
    }

    // Visual Basic indents what is in a module.
    private static string InModule(string code) =>
        string.Concat(code.Split('\n').Select(static line => line.Length == 0 ? "\n" : $"    {line}\n"));
}
