using System.Text.Json;
using BillingClients.Wire.Tests.Export;
using BillingClients.Wire.Tests.Mappings;
using BillingClients.Wire.Tests.Scenarios;
using BillingClients.Wire.Tests.Stages;

namespace BillingClients.Wire.Tests;

/// <summary>Each kind of disagreement between a client and its stubs fails a replay, with a message that shows it. Here the stubs are wrong.</summary>
public sealed class ReplayFailureTests
{
    private const string Stub = "flowglad get: by external id";

    [Fact]
    public async Task Another_form_of_the_key_is_shown_with_both_headers() =>
        (await FailureAsync(stubs => [.. stubs.Select(static stub => stub.Name == Stub ? WithKey(stub, "Bearer sk_test_wiremock") : stub)]))
            .ShouldContain("≠ Authorization: Bearer sk_test_wiremock | Authorization: sk_test_wiremock\n");

    [Fact]
    public async Task A_request_without_a_stub_is_shown_beside_the_nearest_stub() =>
        (await FailureAsync(stubs => [.. stubs.Where(static stub => stub.Name != Stub)]))
            .ShouldContain("""does not fit the stub "flowglad get: not found" (wiremock/flowglad/get.json); it was answered by no stub""");

    [Fact]
    public async Task A_request_that_another_stub_answers_is_shown_with_the_name_of_that_stub() =>
        (await FailureAsync(stubs => [.. stubs, stubs.Single(static stub => stub.Name == Stub) with { Name = "flowglad get: other" }]))
            .ShouldContain("""does not fit the stub "flowglad get: by external id" (wiremock/flowglad/get.json); it was answered by "flowglad get: other".""");

    [Fact]
    public async Task A_call_with_more_stubs_than_requests_is_told_with_its_stubs() =>
        (await FailureAsync(stubs => [.. stubs, With(stubs, $"{Stub} (2 of 2)", "/elsewhere")]))
            .ShouldContain($"The number of requests of the call \"{Stub}\" is 1. Its stubs are 2:\n  \"{Stub}\" (wiremock/flowglad/get.json)\n");

    [Fact]
    public async Task A_stub_that_no_call_meets_is_named() =>
        (await FailureAsync(stubs => [.. stubs, With(stubs, "flowglad get: by phone", "/elsewhere")]))
            .ShouldContain("These stubs are not used by any call of the scenario:\n  \"flowglad get: by phone\" (wiremock/flowglad/get.json)\n");

    [Fact]
    public async Task Another_result_than_the_simulators_is_shown_beside_it() =>
        (await FailureAsync(stubs => [.. stubs.Select(static stub => stub.Name == Stub ? WithCustomer(stub, """{"id":"cust_2","externalId":"crm-1815"}""") : stub)]))
            .ShouldContain("≠ id: \"cust_000JG6dlVI3MaBfFH\"                              | id: \"cust_2\"\n");

    private static async Task<string> FailureAsync(Func<IReadOnlyList<Mapping>, IReadOnlyList<Mapping>> tamper)
    {
        Scenario scenario = Scenario.Of("flowglad");
        IReadOnlyList<Mapping> stubs = tamper(await MappingFolder.StubsAsync(scenario));
        return (await Assert.ThrowsAnyAsync<Exception>(() => Replay.CheckAsync(scenario, stubs))).Message;
    }

    private static Mapping With(IReadOnlyList<Mapping> stubs, string name, string path)
    {
        Mapping stub = stubs.Single(static stub => stub.Name == Stub);
        return stub with { Name = name, Request = stub.Request with { UrlPath = path } };
    }

    private static Mapping WithKey(Mapping stub, string key) => stub with
    {
        Request = stub.Request with { Headers = new Dictionary<string, ValuePattern> { ["Authorization"] = new() { EqualTo = key } } },
    };

    private static Mapping WithCustomer(Mapping stub, string json) => stub with
    {
        Response = stub.Response with { JsonBody = JsonElement.Parse($$"""{"customer":{{json}}}""") },
    };
}
