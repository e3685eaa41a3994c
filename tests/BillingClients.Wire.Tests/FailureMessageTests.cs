using BillingClients.Wire.Tests.Comparison;
using BillingClients.Wire.Tests.Export;
using BillingClients.Wire.Tests.Mappings;
using BillingClients.Wire.Tests.Scenarios;
using BillingClients.Wire.Tests.Stages;
using WireMock.Server;

namespace BillingClients.Wire.Tests;

/// <summary>A failure shows what was expected beside what was sent.</summary>
public sealed class FailureMessageTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task A_wrong_scheme_a_wrong_field_and_an_unknown_header_are_shown_beside_what_was_expected()
    {
        IReadOnlyList<Mapping> stubs = await MappingFolder.StubsAsync(Scenario.Of("flowglad"));
        using WireMockServer server = StubServer.Start(stubs);
        using HttpRequestMessage request = new(HttpMethod.Post, new Uri($"{server.Url}/api/v1/customers"));
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer sk_test_wiremock");
        request.Headers.Add("X-Trace", "1");
        request.Content = new StringContent("""{"customer":{"externalId":"crm-1815","email":"ada@example.com","fullName":"Ada Lovelace"}}""");
        request.Content.Headers.ContentType = new("application/json");

        using HttpClient http = new();
        using HttpResponseMessage response = await http.SendAsync(request, None);
        string message = FailureReport.Of(SentRequest.Of(server.LogEntries.ShouldHaveSingleItem()), stubs);

        response.StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
        Assert.Equal(
            """
            A request does not fit the stub "flowglad create: minimal" (wiremock/flowglad/create.json); it was answered by no stub.
                expected                                                          | sent
                POST /api/v1/customers                                            | POST /api/v1/customers
              ≠ Authorization: sk_test_wiremock                                   | Authorization: Bearer sk_test_wiremock
                Content-Type: (matches application/json(; ?charset=(utf|UTF)-8)?) | Content-Type: application/json
              ≠ (none)                                                            | X-Trace: 1
                customer.email: "ada@example.com"                                 | customer.email: "ada@example.com"
              ≠ customer.name: "Ada Lovelace"                                     | (none)
                customer.externalId: "crm-1815"                                   | customer.externalId: "crm-1815"
              ≠ (none)                                                            | customer.fullName: "Ada Lovelace"
            If the client is wrong, correct it.
            If the change is intended, run `APPROVE=1 dotnet test --project tests/BillingClients.Wire.Tests` and review the diff of wiremock/.
            """,
            message);
    }
}
