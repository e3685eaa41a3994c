using BillingClients.Docs.Tests.Snippets;

namespace BillingClients.Docs.Tests.Packages;

/// <summary>
/// From <c>dotnet new console</c> to a created customer, with the packed packages, the commands and the program of <c>docs/getting-started.md</c>.
/// </summary>
public sealed class GettingStartedTests(LocalFeed feed) : IClassFixture<LocalFeed>
{
    private const int MostLines = 10;
    private const string Program = "FirstCustomer";

    private static readonly IReadOnlyList<Snippet> Page = Snippet.In(File.ReadAllText(Path.Combine(Repository.Root, "docs", "getting-started.md")));

    private static Snippet FirstProgram => Page.First(static snippet => snippet.Language == "csharp");

    [Fact]
    public void The_program_has_at_most_ten_lines() =>
        FirstProgram.Code.Split('\n').Count(static line => !string.IsNullOrWhiteSpace(line)).ShouldBeLessThanOrEqualTo(MostLines);

    [Fact]
    public async Task The_page_leads_to_a_created_customer_and_a_forgotten_disposal_is_told()
    {
        string folder = "";
        foreach (string command in Commands(0))
        {
            folder = await RunAsync(folder, command);
        }

        await WriteAsync(FirstProgram.Code);
        Ran ran = (await feed.DotnetAsync(Program, ["run"])).ShouldSucceed("dotnet run");
        ran.Output.ShouldContain("created Ada Lovelace as flexprice cust_");
        ran.Errors.ShouldBeEmpty();

        await WriteAsync(FirstProgram.Code.Replace("await using ProviderSimulator", "ProviderSimulator", StringComparison.Ordinal));
        (await feed.DotnetAsync(Program, ["run", "--no-restore"])).ShouldSucceed("dotnet run").Errors.ShouldContain(
            "was not disposed. Write 'await using ProviderSimulator simulator = await ProviderSimulator.StartAsync();'.");
    }

    private static string[] Commands(int block) => Page.Where(static snippet => snippet.Language == "sh").ElementAt(block).Code.Split('\n');

    private Task WriteAsync(string program) => File.WriteAllTextAsync(Path.Combine(feed.Workspace, Program, "Program.cs"), program, TestContext.Current.CancellationToken);

    private async Task<string> RunAsync(string folder, string command)
    {
        string[] words = command.Split(' ');
        if (words[0] == "cd")
        {
            return words[1];
        }

        words[0].ShouldBe("dotnet");
        (await feed.DotnetAsync(folder, words[1..])).ShouldSucceed(command);
        return folder;
    }
}
