using Microsoft.Extensions.DependencyInjection;
using Xunit.Sdk;
using Xunit.v3;

// All at once: each run spends most of its time waiting.
[assembly: Parallelization(Mode = ParallelMode.All, MaxThreads = -1)]

namespace BillingClients.Chaos.Tests;

/// <summary>A short run of chaos is clean; and without any one of the safeguards it is not, which shows that the run would notice.</summary>
public sealed class ChaosTests
{
    private static readonly ChaosOptions Short = new() { Creates = 300, FaultRate = 0.4, Concurrency = 8, Seed = 7 };

    public static TheoryData<string> Contestants => [.. Contestant.All.Select(static contestant => contestant.Label)];

    [Fact]
    public void Every_provider_is_a_contestant() =>
        DiscoveredProvider.All.Select(static provider => provider.Name).ShouldBeSubsetOf(Contestants.Select(static row => row.Data));

    [Theory]
    [MemberData(nameof(Contestants))]
    public async Task Nothing_is_lost_doubled_or_untyped(string label)
    {
        ChaosReport report = await ChaosRun.RunAsync(Short with { Creates = 120 }, Only(label));

        report.Findings.ShouldBeEmpty();
        report.ToString().ShouldBe("total: lost 0, doubled 0, untyped 0");
        report.Providers[0].Faults.ShouldBeGreaterThan(20);
        report.Providers[0].ToldCreated.ShouldBeGreaterThan(0);
    }

    [Theory]
    [InlineData("flexprice")]
    [InlineData("flowglad")]
    [InlineData("runonatlas")]
    [InlineData("flex")]
    public async Task When_a_lost_answer_is_taken_for_a_refusal_creates_that_worked_are_told_as_failed(string label)
    {
        ChaosReport report = await ChaosRun.RunAsync(
            Short, Only(label), static (_, builder) => builder.ConfigureHttpClient(static http => http.AddHttpMessageHandler(static () => new HastyHandler())));

        report.Lost.ShouldBeGreaterThan(0);
    }

    [Theory]
    [InlineData("flex")]
    [InlineData("atlas")]
    public async Task When_an_existing_customer_is_returned_as_created_two_callers_are_told_that_they_created_it(string label)
    {
        ChaosReport report = await ChaosRun.RunAsync(Short, Only(label), static (_, builder) => builder.Use(static inner => new CredulousClient(inner)));

        report.Findings.ShouldContain(static finding => finding.Contains("told created to two callers", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_the_same_key_on_every_attempt_customers_are_doubled()
    {
        ChaosReport report = await ChaosRun.RunAsync(
            Short, Only("flex, resending"), static (_, builder) => builder.ConfigureHttpClient(static http => http.AddHttpMessageHandler(static () => new ForgetfulHandler())));

        report.Doubled.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Without_the_match_somebody_elses_customer_is_told_as_created()
    {
        ChaosReport report = await ChaosRun.RunAsync(
            Short with { Creates = 1200, Concurrency = 48 },
            Only("flexprice"),
            static (_, builder) => builder.ConfigureHttpClient(static http => http.AddHttpMessageHandler(static () => new GullibleHandler())));

        report.Findings.ShouldContain(static finding => finding.Contains("somebody else's", StringComparison.Ordinal));
    }

    private static Contestant[] Only(string label) => [Contestant.All.Single(contestant => contestant.Label == label)];
}
