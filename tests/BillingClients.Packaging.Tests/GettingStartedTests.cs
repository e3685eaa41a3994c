using BillingClients.Docs.Tests.Snippets;

namespace BillingClients.Packaging.Tests;

/// <summary>
/// From <c>dotnet new console</c> to a created customer, with the packed packages, the commands and the program of <c>docs/getting-started.md</c>.
/// </summary>
public sealed class GettingStartedTests(PackedPackages packages)
{
    private const int MostLines = 10;
    private const string Program = "FirstCustomer";

    private static readonly IReadOnlyList<Snippet> Page = Snippet.In(File.ReadAllText(Repository.PathOf("docs/getting-started.md")));

    private static Snippet FirstProgram => Page.First(static snippet => snippet.Language == "csharp");

    [Fact]
    public void The_program_has_at_most_ten_lines() =>
        FirstProgram.Code.Split('\n').Count(static line => !string.IsNullOrWhiteSpace(line)).ShouldBeLessThanOrEqualTo(MostLines);

    [Fact]
    public async Task The_page_leads_to_a_created_customer_and_a_forgotten_disposal_is_told()
    {
        string workspace = packages.Workspace("getting-started");
        string folder = workspace;
        foreach (string command in Commands(0))
        {
            folder = await RunAsync(folder, command);
        }

        string program = Path.Combine(workspace, Program);
        await WriteAsync(program, FirstProgram.Code);
        Ran ran = (await packages.DotnetAsync(program, ["run"])).ShouldSucceed("dotnet run");
        ran.Output.ShouldContain("created Ada Lovelace as flexprice cust_");
        ran.Errors.ShouldBeEmpty();

        await WriteAsync(program, FirstProgram.Code.Replace("await using ProviderSimulator", "ProviderSimulator", StringComparison.Ordinal));
        (await packages.DotnetAsync(program, ["run", "--no-restore"])).ShouldSucceed("dotnet run").Errors.ShouldContain(
            "was not disposed. Write 'await using ProviderSimulator simulator = await ProviderSimulator.StartAsync();'.");
    }

    private static string[] Commands(int block) => Page.Where(static snippet => snippet.Language == "sh").ElementAt(block).Code.Split('\n');

    private static Task WriteAsync(string folder, string program) =>
        File.WriteAllTextAsync(Path.Combine(folder, "Program.cs"), program, TestContext.Current.CancellationToken);

    private async Task<string> RunAsync(string folder, string command)
    {
        string[] words = command.Split(' ');
        if (words[0] == "cd")
        {
            return Path.Combine(folder, words[1]);
        }

        words[0].ShouldBe("dotnet");
        (await packages.DotnetAsync(folder, words[1..])).ShouldSucceed(command);
        return folder;
    }
}
