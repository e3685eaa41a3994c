using Microsoft.CodeAnalysis;

namespace BillingClients.House.Tests.PublicApi;

/// <summary>A change of the public API is seen in review: it changes a file in <c>api/</c>.</summary>
public class ListingTests
{
    private const string Approve = "APPROVE=1 dotnet test --project tests/BillingClients.House.Tests";

    [Theory]
    [MemberData(nameof(Shipped.Names), MemberType = typeof(Shipped))]
    public void The_public_API_is_the_one_that_was_approved(string package)
    {
        string file = Repository.PathOf($"api/{package}.txt");
        string actual = Listing.Of(Shipped.Assemblies.Single(assembly => assembly.Name == package));
        if (Environment.GetEnvironmentVariable("APPROVE") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, actual);
        }

        string[] approved = File.Exists(file) ? File.ReadAllLines(file) : [];
        string[] current = actual.Split('\n')[..^1];

        string[] difference = [.. approved.Except(current).Select(static line => $"- {line}"), .. current.Except(approved).Select(static line => $"+ {line}")];
        (difference.Length == 0 && approved.SequenceEqual(current)).ShouldBeTrue(
            $"api/{package}.txt has another public API. If the change is meant, run `{Approve}`, read the difference, and say in CHANGELOG.md what users have to do.\n"
            + string.Join('\n', difference));
    }

    [Fact]
    public void Every_package_with_code_has_its_listing_and_no_other_has() =>
        Directory.EnumerateFiles(Repository.PathOf("api"), "*.txt").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal)
            .ShouldBe(Shipped.Assemblies.Select(static assembly => assembly.Name).Order(StringComparer.Ordinal));
}
