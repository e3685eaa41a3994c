using BillingClients.Wire.Tests.Export;
using BillingClients.Wire.Tests.Mappings;
using BillingClients.Wire.Tests.Scenarios;

namespace BillingClients.Wire.Tests.Contracts;

/// <summary>The stubs in <c>wiremock/</c>: each request and each answer is as the provider's OpenAPI document requires.</summary>
public sealed class StubContractTests
{
    public static TheoryData<string> Providers => OfficialContracts.Providers;

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Every_stub_is_as_the_document_requires(string provider)
    {
        Contract contract = OfficialContracts.Of(provider);
        IReadOnlyList<Mapping> stubs = [.. await MappingFolder.StubsAsync(Scenario.Of(provider))];

        stubs.ShouldNotBeEmpty();
        string.Join('\n', stubs.SelectMany(stub => contract.Violations(ExchangeOf(stub, contract)).Select(violation => $"\"{stub.Name}\": {violation}")))
            .ShouldBeEmpty();
    }

    private static CheckedExchange ExchangeOf(Mapping stub, Contract contract) => new()
    {
        Method = stub.Request.Method,
        Path = stub.Request.UrlPath[contract.BasePath.Length..],
        QueryNames = Present(stub.Request.QueryParameters),
        HeaderNames = Present(stub.Request.Headers),
        ContentType = stub.Request.BodyPatterns is null ? null : "application/json",
        Body = stub.Request.BodyPatterns?.Single().EqualToJson.GetRawText() ?? "",
        Status = stub.Response.Status,
        AnswerContentType = stub.Response.Headers?.GetValueOrDefault("Content-Type"),
        AnswerBody = stub.Response.JsonBody?.GetRawText() ?? stub.Response.Body ?? "",
    };

    private static string[] Present(IReadOnlyDictionary<string, ValuePattern>? patterns) =>
        [.. (patterns ?? new Dictionary<string, ValuePattern>()).Where(static pair => pair.Value.Absent != true).Select(static pair => pair.Key)];
}
