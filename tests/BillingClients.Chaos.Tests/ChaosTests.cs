using BillingClients.Testing;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Sdk;
using Xunit.v3;

// All at once: each run spends most of its time waiting.
[assembly: Parallelization(Mode = ParallelMode.All, MaxThreads = -1)]

namespace BillingClients.Chaos.Tests;

/// <summary>A short run of chaos finds nothing. Without any one of the safeguards it does, which shows that it would notice.</summary>
public sealed class ChaosTests
{
    private static readonly ChaosOptions Short = new() { Creates = 128, Concurrency = 8, Seed = 7 };

    public static TheoryData<string> Contestants => [.. Contestant.All.Select(static contestant => contestant.Label)];

    [Fact]
    public void Every_provider_is_a_contestant() =>
        DiscoveredProvider.All.Select(static provider => provider.Name).ShouldBeSubsetOf(Contestants.Select(static row => row.Data));

    [Theory]
    [MemberData(nameof(Contestants))]
    public async Task Nothing_is_lost_doubled_untyped_or_false(string label)
    {
        ChaosReport report = await ChaosRun.RunAsync(Short, Only(label));

        report.Findings.Lines.ShouldBeEmpty();
        report.ToString().ShouldBe("total: lost 0, doubled 0, untyped 0, false 0");
        ProviderReport provider = report.Providers.ShouldHaveSingleItem();
        provider.Faults.ShouldBeGreaterThan(20);
        provider.CountOf(Told.Done).ShouldBeGreaterThan(0);
        provider.CountOf(Told.Failed).ShouldBeGreaterThan(0);
    }

    [Theory]
    [InlineData("flexprice")]
    [InlineData("flowglad")]
    [InlineData("runonatlas")]
    [InlineData("flex")]
    public async Task When_a_lost_answer_is_taken_for_a_refusal_creates_that_worked_are_told_as_failed(string label)
    {
        Findings findings = await BreakAsync(label, With<HastyHandler>, Only(SimulatedFault.GatewayPageAfterCommit()));

        findings.False.ShouldContain(static finding => finding.Contains("told that nothing was created", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("flex")]
    [InlineData("atlas")]
    public async Task When_an_existing_customer_is_returned_as_created_that_is_counted_as_false(string label)
    {
        Findings findings = await BreakAsync(label, static builder => builder.Use(static inner => new CredulousClient(inner)), Only(SimulatedFault.SlowDrip()));

        findings.False.ShouldContain(static finding => finding.Contains("who is somebody else", StringComparison.Ordinal));
        findings.False.ShouldContain(static finding => finding.Contains("was created, as was another caller", StringComparison.Ordinal));
    }

    [Fact]
    public async Task When_the_page_of_a_gateway_is_taken_for_an_answer_of_the_provider_a_customer_that_is_there_is_told_as_deleted()
    {
        // One in seven deletes is answered with an error first, and then with such a page.
        ChaosOptions many = Only(SimulatedFault.ErrorBeforeCommit(), SimulatedFault.GatewayPageBeforeCommit(404)) with { Creates = 512, FaultRate = 0.6, Concurrency = 32 };

        Findings findings = await BreakAsync("atlas", With<TrustingHandler>, many);

        findings.False.ShouldContain(static finding => finding.Contains("told that it was deleted, and it is there", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_the_same_key_on_every_attempt_customers_are_doubled()
    {
        Findings findings = await BreakAsync("flex, resending", With<ForgetfulHandler>, Only(SimulatedFault.ResetAfterCommit));

        findings.Doubled.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Without_a_comparison_of_fields_and_age_somebody_elses_customer_is_told_as_created()
    {
        Findings findings = await BreakAsync("flexprice", With<GullibleHandler>, Only(SimulatedFault.ErrorBeforeCommit()) with { FaultRate = 0.8 });

        findings.False.ShouldContain(static finding => finding.Contains("who is somebody else", StringComparison.Ordinal));
    }

    private static void With<THandler>(ICustomerClientBuilder builder)
        where THandler : DelegatingHandler, new() => builder.ConfigureHttpClient(static http => http.AddHttpMessageHandler(static () => new THandler()));

    private static async Task<Findings> BreakAsync(string label, Action<ICustomerClientBuilder> sabotage, ChaosOptions options) =>
        (await ChaosRun.RunAsync(options, Only(label), sabotage)).Findings;

    private static ChaosOptions Only(params SimulatedFault[] faults) => Short with { Faults = faults };

    private static Contestant[] Only(string label) => [Contestant.All.Single(contestant => contestant.Label == label)];
}
