using System.Globalization;

namespace BillingClients.Ledgerly.Tests.Walk;

/// <summary><c>docs/adding-a-provider.md</c> shows the code as it is, and counts it right.</summary>
public sealed class PageTests
{
    private const string Page = "docs/adding-a-provider.md";
    private const string Folder = "samples/BillingClients.Ledgerly";
    private const int MostFiles = 9;
    private const int MostLines = 450;

    private static readonly string[] Lines = Repository.ReadLines(Page);

    private static IReadOnlyList<string> Files =>
    [
        .. Directory.EnumerateFiles(Repository.PathOf(Folder)).Select(static path => $"{Folder}/{Path.GetFileName(path)}").Order(StringComparer.Ordinal),
    ];

    /// <summary>Copy the lines anew from the file.</summary>
    [Fact]
    public void Every_excerpt_stands_in_the_file_that_is_linked_before_it()
    {
        IReadOnlyList<Excerpt> excerpts = Excerpt.In(Lines);

        excerpts.Count.ShouldBeGreaterThan(10);
        foreach (Excerpt excerpt in excerpts)
        {
            string? missing = excerpt.MissingIn(Repository.ReadLines(excerpt.File));
            Assert.True(missing is null, $"{Page}({excerpt.Line}): {excerpt.File} has no such lines, in that order, from: {missing}");
        }
    }

    /// <summary>Make it shorter, or correct the page.</summary>
    [Fact]
    public void A_provider_takes_few_files_and_few_lines_and_the_page_says_how_many()
    {
        int lines = Files.Sum(static file => Repository.ReadLines(file).Length);

        Files.Count.ShouldBeLessThanOrEqualTo(MostFiles);
        lines.ShouldBeLessThanOrEqualTo(MostLines);
        string.Join(' ', Lines).ShouldContain(string.Create(CultureInfo.InvariantCulture, $"**{Files.Count} files and {lines} lines**"));
    }

    /// <summary>Correct the page.</summary>
    [Fact]
    public void The_page_says_how_much_the_real_providers_take()
    {
        string[][] providers =
        [
            .. Directory.EnumerateFiles(Repository.PathOf("src"), "I*Api.cs", SearchOption.AllDirectories)
                .Select(static api => Directory.GetFiles(Path.GetDirectoryName(api)!, "*.cs", SearchOption.AllDirectories).Where(static file => !IsBuilt(file)).ToArray()),
        ];
        int[] files = [.. providers.Select(static files => files.Length).Order()];
        int[] lines = [.. providers.Select(static files => files.Sum(static file => File.ReadAllLines(file).Length)).Order()];

        string.Join(' ', Lines).ShouldContain(
            string.Create(CultureInfo.InvariantCulture, $"**{files[0]} to {files[^1]} files and {lines[0]} to {lines[^1]} lines**"));
    }

    [Fact]
    public void Every_file_is_met_on_the_way() =>
        Files.Where(static file => !Lines.Any(line => line.Contains($"(../{file})", StringComparison.Ordinal))).ShouldBeEmpty();

    [Fact]
    public void The_folder_is_flat_so_that_nothing_escapes_the_count() =>
        Directory.EnumerateDirectories(Repository.PathOf(Folder)).Select(Path.GetFileName).Except(["bin", "obj"]).ShouldBeEmpty();

    private static bool IsBuilt(string file) => file.Split(Path.DirectorySeparatorChar).Any(static part => part is "obj" or "bin");

    [Theory]
    [InlineData("a;\nb;", true)]
    [InlineData("  a;\n    b;", true)]
    [InlineData("a;\n// …\nc;", true)]
    [InlineData("c;\n// …\na;", false)]
    [InlineData("a;\nc;", false)]
    public void An_excerpt_that_went_stale_is_noticed(string block, bool isThere)
    {
        string[] page = ["In [`F.cs`](../samples/F.cs):", "```cs", .. block.Split('\n'), "```"];

        Excerpt excerpt = Excerpt.In(page).ShouldHaveSingleItem();

        excerpt.File.ShouldBe("samples/F.cs");
        (excerpt.MissingIn(["{", "    a;", "    b;", "    c;", "}"]) is null).ShouldBe(isThere);
    }
}
