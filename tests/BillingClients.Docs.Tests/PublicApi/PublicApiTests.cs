using System.Text.RegularExpressions;

namespace BillingClients.Docs.Tests.PublicApi;

/// <summary>Nothing is public that a reader has not met in a page, a sample or a test.</summary>
/// <remarks>
/// By name, whatever the case and the underscores: a field of a provider's record is met in the JSON of a test as well. What is for writing a provider is met
/// in the providers that there are.
/// </remarks>
public sealed partial class PublicApiTests
{
    private static readonly string[] ForReaders = ["docs", "samples", "tests"];
    private static readonly string[] ForProviders = [.. ProviderSources.Packages.Select(static package => $"src/{package}")];

    [Fact]
    public void Every_public_type_and_member_is_met_somewhere()
    {
        HashSet<string> byReaders = NamesIn(ForReaders);
        HashSet<string> byProviders = NamesIn(ForProviders);

        string[] unmet =
        [
            .. from member in PublicMembers.All
               let name = Plain(member.Name)
               where !byReaders.Contains(name) && !(member.Type.Namespace is "BillingClients.Providers" or "BillingClients.Wire" && byProviders.Contains(name))
               select $"{PublicMembers.NameOf(member.Type)}.{member.Name}",
        ];

        Assert.True(unmet.Length == 0, $"""
            {unmet.Length} public names occur in no page, sample or test. Show them in docs/ or samples/, test them, or make them internal.
            {string.Join("\n", unmet)}
            """);
    }

    private static HashSet<string> NamesIn(string[] folders) =>
    [
        .. from folder in folders
           from file in Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*", SearchOption.AllDirectories)
           where file.EndsWith(".md", StringComparison.Ordinal) || file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".json", StringComparison.Ordinal)
           where !Repository.NameOf(file).Split('/').Any(static part => part is "obj" or "bin")
           from Match match in Word().Matches(File.ReadAllText(file))
           select Plain(match.Value),
    ];

    private static string Plain(string name) => name.Replace("_", "", StringComparison.Ordinal).ToUpperInvariant();

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();
}
