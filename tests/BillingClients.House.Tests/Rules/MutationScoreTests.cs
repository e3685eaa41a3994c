using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace BillingClients.House.Tests.Rules;

/// <summary>The mutation score in <c>CONTRIBUTING.md</c> is the one below which <c>dotnet stryker</c> fails. It may only rise.</summary>
public sealed partial class MutationScoreTests
{
    private const int Least = 70;

    [Fact]
    public void The_page_and_the_configuration_name_the_same_score_and_it_is_high_enough()
    {
        int enforced = Enforced();

        Stated().ShouldBe(enforced, "After a run, write its score into CONTRIBUTING.md and thresholds.break of stryker-config.json.");
        enforced.ShouldBeGreaterThanOrEqualTo(Least);
    }

    private static int Enforced()
    {
        using JsonDocument config = JsonDocument.Parse(File.ReadAllText(Repository.PathOf("tests/BillingClients.Core.Tests/stryker-config.json")));
        return config.RootElement.GetProperty("stryker-config").GetProperty("thresholds").GetProperty("break").GetInt32();
    }

    private static int Stated() =>
        int.Parse(Score().Match(string.Join(' ', Repository.ReadLines("CONTRIBUTING.md"))).Groups[1].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"The score is (\d+) %")]
    private static partial Regex Score();
}
