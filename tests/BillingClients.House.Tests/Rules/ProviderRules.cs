namespace BillingClients.House.Tests.Rules;

/// <summary>What has to be written by hand for each provider is there. All other tests, programs and packages find a provider by themselves.</summary>
public class ProviderRules
{
    public static TheoryData<string> Names => [.. DiscoveredProvider.All.Select(static provider => provider.Name)];

    public static TheoryData<string> Packages => [.. ProviderSources.Packages];

    /// <summary>A native program cannot look for providers.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void The_smoke_program_calls_it(string provider) => ShouldSay(
        "tests/BillingClients.Smoke/Program.cs", $"services.Add{TypePrefixOf(provider)}(configuration.GetSection(\"{provider}\"));");

    /// <summary>The figures compare this library with the same calls written by hand.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void The_benchmarks_have_its_calls_by_hand(string provider)
    {
        const string folder = "benchmarks/BillingClients.Benchmarks/Providers";
        string name = TypePrefixOf(provider);

        File.Exists(Repository.PathOf($"{folder}/{name}/{name}Case.cs")).ShouldBeTrue(
            $"Write {folder}/{name}/{name}Case.cs, {name}Wire.cs and {name}Json.cs, like Flexprice's: the same calls without this library.");
        ShouldSay($"{folder}/ProviderCases.cs", $"new {name}Case()");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_quickstart_shows_it_with_a_typical_mistake(string provider) =>
        ShouldSay("samples/Quickstart/Showcase.cs", $"static (services, name, set) => services.Add{TypePrefixOf(provider)}(name, set)");

    [Theory]
    [MemberData(nameof(Names))]
    public void The_readme_lists_it(string provider) =>
        ShouldSay("README.md", $"| `{DiscoveredProvider.Called(provider).ClientType.Assembly.GetName().Name}` | `Add{TypePrefixOf(provider)}` |");

    [Theory]
    [MemberData(nameof(Packages))]
    public void The_package_of_all_providers_depends_on_it(string package) =>
        ShouldSay("src/BillingClients/BillingClients.csproj", $"<ProjectReference Include=\"../{package}/{package}.csproj\" />");

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        string solution = File.ReadAllText(Repository.PathOf("BillingClients.sln")).Replace('\\', '/');

        new[] { "src", "tests", "samples", "benchmarks" }
            .SelectMany(static folder => Directory.EnumerateFiles(Repository.PathOf(folder), "*.??proj", SearchOption.AllDirectories))
            .Select(Repository.NameOf)
            .Where(project => !project.Split('/').Any(static part => part is "obj" or "bin") && !solution.Contains($"\"{project}\"", StringComparison.Ordinal))
            .Select(static project => $"dotnet sln BillingClients.sln add {project}")
            .ShouldBeNone("What is not in the solution is neither built, tested nor packed. Run these.");
    }

    private static string TypePrefixOf(string provider) => DiscoveredProvider.Called(provider).TypePrefix;

    private static void ShouldSay(string file, string text) =>
        File.ReadAllText(Repository.PathOf(file)).Contains(text, StringComparison.Ordinal).ShouldBeTrue($"Add to {file}: {text}");
}
