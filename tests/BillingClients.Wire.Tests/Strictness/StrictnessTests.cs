using BillingClients.Wire.Tests.Export;
using BillingClients.Wire.Tests.Mappings;
using BillingClients.Wire.Tests.Scenarios;
using BillingClients.Wire.Tests.Stages;
using WireMock.Server;

namespace BillingClients.Wire.Tests.Strictness;

/// <summary>The loaded stubs match what they say and nothing else; otherwise a test that passes would mean little.</summary>
public sealed class StrictnessTests
{
    public static TheoryData<string> Providers => [.. Scenario.All.Select(static scenario => scenario.Provider)];

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_stub_answers_its_own_request_and_none_that_is_wrong_in_one_place(string provider)
    {
        IReadOnlyList<Mapping> stubs = await MappingFolder.StubsAsync(Scenario.Of(provider));
        using WireMockServer server = StubServer.Start(stubs);
        using HttpClient http = new();

        foreach (Mapping stub in stubs)
        {
            RawRequest right = RawRequest.For(stub.Request);
            (await StubThatAnswersAsync(server, http, right)).ShouldBe(stub.Name);
            foreach ((string what, RawRequest wrong) in Variations.Of(right))
            {
                (await StubThatAnswersAsync(server, http, wrong)).ShouldNotBe(stub.Name, $"The stub matches a request in which this is wrong: {what}.");
            }
        }
    }

    private static async Task<string?> StubThatAnswersAsync(WireMockServer server, HttpClient http, RawRequest request)
    {
        server.ResetLogEntries();
        using HttpRequestMessage message = request.ToMessage(server.Url!);
        using HttpResponseMessage response = await http.SendAsync(message, TestContext.Current.CancellationToken);
        return server.LogEntries.ShouldHaveSingleItem().MappingTitle;
    }
}
