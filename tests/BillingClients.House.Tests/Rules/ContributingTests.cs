using System.Globalization;
using System.Text.RegularExpressions;

namespace BillingClients.House.Tests.Rules;

/// <summary>The list of files that a create passes, in <c>CONTRIBUTING.md</c>. Correct the list, or make the way shorter.</summary>
public sealed partial class ContributingTests
{
    private const int MostFiles = 30;

    private static readonly string[] Page = Repository.ReadLines("CONTRIBUTING.md");

    private static IReadOnlyList<string> Listed =>
        [.. Page.Select(static line => Row().Match(line)).Where(static row => row.Success).Select(static row => row.Groups[1].Value)];

    [Fact]
    public void Every_file_that_a_create_passes_exists() => Listed
        .Where(static file => !Exists("BillingClients.Core", file) && !Exists("BillingClients.Flexprice", file))
        .ShouldBeNone("It was moved or renamed: correct the list of a create in CONTRIBUTING.md.");

    [Fact]
    public void A_create_passes_few_files_and_the_page_says_how_many()
    {
        Listed.Count.ShouldBeLessThanOrEqualTo(MostFiles);
        Listed.ShouldBeUnique();
        string.Join(' ', Page).ShouldContain(string.Create(CultureInfo.InvariantCulture, $"This is a create at Flexprice: {Listed.Count} files"));
    }

    private static bool Exists(string project, string file) => File.Exists(Repository.PathOf($"src/{project}/{file}"));

    [GeneratedRegex(@"^\|[^|]*\| `([A-Za-z/]+\.cs)` \|")]
    private static partial Regex Row();
}
