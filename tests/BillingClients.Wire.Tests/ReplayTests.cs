using BillingClients.Wire.Tests.Export;
using BillingClients.Wire.Tests.Scenarios;
using BillingClients.Wire.Tests.Stages;

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

        await Replay.CheckAsync(scenario, await MappingFolder.StubsAsync(scenario));
    }
}
