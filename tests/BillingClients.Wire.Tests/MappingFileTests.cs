using BillingClients.Wire.Tests.Comparison;
using BillingClients.Wire.Tests.Export;
using BillingClients.Wire.Tests.Mappings;
using BillingClients.Wire.Tests.Scenarios;
using BillingClients.Wire.Tests.Stages;

namespace BillingClients.Wire.Tests;

/// <summary>The mapping files are those of the scenarios, all of them and no others.</summary>
public sealed class MappingFileTests
{
    public static TheoryData<string> Providers => [.. Scenario.All.Select(static scenario => scenario.Provider)];

    public static TheoryData<string> EveryProvider => [.. DiscoveredProvider.All.Select(static provider => provider.Name)];

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task The_files_are_what_the_client_sends_and_the_simulator_answers(string provider)
    {
        Scenario scenario = Scenario.Of(provider);
        IReadOnlyDictionary<string, string> actual = await MappingFolder.ReadAsync(scenario);
        IReadOnlyDictionary<string, string> exported = await MappingFolder.ExportAsync(scenario);

        string[] stale =
        [
            .. exported.Keys.Except(actual.Keys).Select(name => $"wiremock/{provider}/{name} is missing."),
            .. actual.Keys.Except(exported.Keys).Select(name => $"wiremock/{provider}/{name} belongs to no operation of the scenario."),
            .. exported.Keys.Intersect(actual.Keys).Where(name => exported[name] != actual[name])
                .Select(name => $"wiremock/{provider}/{name} is stale:\n{LineDifference.Of(actual[name], exported[name])}"),
        ];
        Assert.True(stale.Length == 0, $"{string.Join('\n', stale)}\n{FailureReport.Remedy}");
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Every_operation_that_the_client_supports_has_its_stubs(string provider)
    {
        Recording recording = await Recording.OfAsync(Scenario.Of(provider));

        IEnumerable<string> missing = UsualCalls.Of(recording.Capabilities)
            .Except(recording.Calls.Select(static call => $"{call.FileName}: {call.Name}"));

        Assert.True(!missing.Any(), $"Add these calls to {nameof(Scenarios)}/ for {provider}: {string.Join("; ", missing)}. Then: {FailureReport.Approve}");
    }

    /// <summary>A scenario says what is called; the files are generated from it.</summary>
    [Theory]
    [MemberData(nameof(EveryProvider))]
    public void Every_provider_has_a_scenario(string provider)
    {
        DiscoveredProvider discovered = DiscoveredProvider.Called(provider);
        string calls = string.Join("\n  ", UsualCalls.Of(discovered.Descriptor.Capabilities));

        Assert.True(
            Scenario.All.Any(scenario => scenario.Provider == provider),
            $"Write tests/BillingClients.Wire.Tests/Scenarios/{discovered.TypePrefix}Scenario.cs, like FlexpriceScenario.cs, with these calls:\n  {calls}\n"
            + $"Then: {FailureReport.Approve}");
    }

    [Fact]
    public async Task Every_provider_has_a_folder_of_its_own()
    {
        string[] providers = [.. DiscoveredProvider.All.Select(static provider => provider.Name)];

        await Task.WhenAll(Scenario.All.Select(MappingFolder.ReadAsync));

        Directory.EnumerateFileSystemEntries(Repository.PathOf(MappingFolder.Root)).Select(Path.GetFileName).Order(StringComparer.Ordinal)
            .ShouldBe(providers, ignoreOrder: false, "wiremock/ holds one folder for each provider, and nothing else.");
    }

    /// <summary>All files can be loaded into one WireMock: which stub answers is never a matter of order.</summary>
    [Fact]
    public async Task No_request_is_answered_by_two_stubs()
    {
        Mapping[] stubs = [.. (await Task.WhenAll(Scenario.All.Select(MappingFolder.StubsAsync))).SelectMany(static each => each)];

        string[] pairs =
        [
            .. stubs.SelectMany((first, index) => stubs.Skip(index + 1).Where(second => Overlap.Of(first.Request, second.Request))
                .Select(second => $"\"{first.Name}\" and \"{second.Name}\"")),
        ];

        Assert.True(pairs.Length == 0, $"Two stubs match one request. Use another customer in the later call:\n{string.Join('\n', pairs)}");
    }
}
