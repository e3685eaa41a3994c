using System.Text.RegularExpressions;

namespace BillingClients.Docs.Tests.PublicApi;

/// <summary>Nothing is public that a reader has not met in a page, a sample or a test.</summary>
public sealed partial class PublicApiTests
{
    private static readonly string[] Folders = ["docs", "samples", "tests"];

    [Fact]
    public void Every_public_type_and_member_is_met_somewhere()
    {
        HashSet<string> met = [.. Texts().SelectMany(static text => Word().Matches(text).Select(static match => match.Value))];

        string[] unmet = [.. PublicMembers.All.Where(member => !met.Contains(member.Name) && !met.Contains(Short(member.Name))).Select(static member => $"{member.Type}.{member.Name}").Distinct()];

        Assert.True(unmet.Length == 0, $"""
            {unmet.Length} public names occur in no page, sample or test. Show them in docs/ or samples/, test them, or make them internal.
            {string.Join("\n", unmet)}
            """);
    }

    // [DisableDiscovery] for DisableDiscoveryAttribute.
    private static string Short(string name) => name.EndsWith("Attribute", StringComparison.Ordinal) ? name[..^"Attribute".Length] : name;

    private static IEnumerable<string> Texts() =>
        from folder in Folders
        from file in Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*", SearchOption.AllDirectories)
        where file.EndsWith(".md", StringComparison.Ordinal) || file.EndsWith(".cs", StringComparison.Ordinal)
        where !Repository.NameOf(file).Split('/').Any(static part => part is "obj" or "bin")
        select File.ReadAllText(file);

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();
}
