using BillingClients.Wire.Tests.Comparison;
using BillingClients.Wire.Tests.Export;
using BillingClients.Wire.Tests.Mappings;
using BillingClients.Wire.Tests.Scenarios;
using BillingClients.Wire.Tests.Stages;
using WireMock.Server;

namespace BillingClients.Wire.Tests;

/// <summary>The real clients against WireMock.Net with the mapping files.</summary>
public sealed class ReplayTests
{
    public static TheoryData<string> Providers => [.. Scenario.All.Select(static scenario => scenario.Provider)];

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_client_gets_from_the_mapping_files_what_it_gets_from_the_simulator(string provider)
    {
        Scenario scenario = Scenario.Of(provider);
        IReadOnlyList<Mapping> stubs = await MappingFolder.StubsAsync(scenario);
        using WireMockServer server = StubServer.Start(stubs);

        IReadOnlyList<PlayedCall> calls = await PlayAsync(scenario, server, stubs);

        foreach ((PlayedCall simulated, PlayedCall replayed) in (await Recording.OfAsync(scenario)).Calls.Zip(calls))
        {
            ShouldBeSame(simulated, replayed);
        }
    }

    private static async Task<IReadOnlyList<PlayedCall>> PlayAsync(Scenario scenario, WireMockServer server, IReadOnlyList<Mapping> stubs)
    {
        Uri baseAddress = new(server.Url! + scenario.BasePath);
        ICustomerClient client = scenario.CreateClient(baseAddress);
        using IDisposable? owner = client as IDisposable;
        WireMockStage stage = new(scenario.Provider, server, stubs, client);
        await scenario.PlayAsync(stage);
        Assert.True(!stage.Unused.Any(), FailureReport.OfUnused(stage.Unused));
        return stage.Calls;
    }

    private static void ShouldBeSame(PlayedCall simulated, PlayedCall replayed)
    {
        Row[] rows = [.. JsonLines.Rows(OutcomeLines.Of(simulated.Outcome), OutcomeLines.Of(replayed.Outcome))];
        Assert.True(rows.All(static row => row.IsSame), FailureReport.OfResult(replayed.StubName, rows));
    }
}
