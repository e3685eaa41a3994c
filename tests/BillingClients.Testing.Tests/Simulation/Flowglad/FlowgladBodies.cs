using System.Text.Json.Nodes;

namespace BillingClients.Testing.Tests.Flowglad;

internal static class FlowgladBodies
{
    public const string Customers = "/api/v1/customers";
    public const string AdaPath = Customers + "/crm-1815";
    public const string Ada = """{"customer":{"email":"ada@example.com","name":"Ada Lovelace","externalId":"crm-1815","domain":"example.com","userId":null}}""";

    /// <summary>A client with the key in <c>Authorization</c>, without a scheme.</summary>
    public static RawClient Flowglad(this SimulatorFixture fixture, string? key = null) => fixture.ClientOf(fixture.Simulator.Flowglad, "Authorization", key);

    /// <summary>Creates a customer and returns it without its envelope.</summary>
    public static async Task<JsonNode> CreateAtFlowgladAsync(this RawClient client, string externalId)
    {
        RawAnswer answer = await client.PostAsync(Customers, Ada.Replace("crm-1815", externalId, StringComparison.Ordinal));
        answer.Status.ShouldBe(200, answer.Text);
        return answer.Json["data"]!["customer"]!;
    }

    /// <summary>Checks that no route was found.</summary>
    public static void ShouldBeNoRoute(this RawAnswer answer)
    {
        answer.Status.ShouldBe(404, answer.Text);
        answer.Text.ShouldBe("Not Found");
        answer.ContentType!.ShouldStartWith("text/plain");
        answer.Headers["X-Request-Id"].ShouldMatch("^[0-9a-f]{8}$");
    }

    /// <summary>Checks an error's status, code and text, and that its request id is the header's.</summary>
    public static void ShouldBeFlowgladError(this RawAnswer answer, int status, string? code, string error)
    {
        answer.Status.ShouldBe(status, answer.Text);
        answer.Json["error"]!.ToString().ShouldBe(error);
        answer.Json["code"]?.ToString().ShouldBe(code);
        answer.Json.AsObject().ContainsKey("code").ShouldBe(code is not null);
        answer.Json["request_id"]!.ToString().ShouldMatch("^[0-9a-f]{8}$");
        answer.Headers["X-Request-Id"].ShouldBe(answer.Json["request_id"]!.ToString());
    }
}
