using BillingClients.Wire.Tests.Comparison;
using BillingClients.Wire.Tests.Mappings;
using BillingClients.Wire.Tests.Scenarios;
using WireMock.Server;

namespace BillingClients.Wire.Tests.Stages;

/// <summary>Plays a scenario with the real client against WireMock.Net, and compares the results with those that it had from the simulator.</summary>
internal static class Replay
{
    internal static async Task CheckAsync(Scenario scenario, IReadOnlyList<Mapping> stubs)
    {
        IReadOnlyList<PlayedCall> calls = await PlayAsync(scenario, stubs);

        foreach ((PlayedCall simulated, PlayedCall replayed) in (await Recording.OfAsync(scenario)).Calls.Zip(calls))
        {
            Row[] rows = [.. JsonLines.Rows(OutcomeLines.Of(simulated.Outcome), OutcomeLines.Of(replayed.Outcome))];
            Assert.True(rows.All(static row => row.IsSame), FailureReport.OfResult(replayed.StubName, rows));
        }
    }

    private static async Task<IReadOnlyList<PlayedCall>> PlayAsync(Scenario scenario, IReadOnlyList<Mapping> stubs)
    {
        using WireMockServer server = StubServer.Start(stubs);
        ICustomerClient client = scenario.CreateClient(new Uri(server.Url! + scenario.BasePath));
        using IDisposable? owner = client as IDisposable;
        WireMockStage stage = new(scenario.Provider, server, stubs, client);
        await scenario.PlayAsync(stage);
        Assert.True(!stage.Unused.Any(), FailureReport.OfUnused(stage.Unused));
        return stage.Calls;
    }
}
