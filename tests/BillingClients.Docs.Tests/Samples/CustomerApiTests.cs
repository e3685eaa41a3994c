using System.Text.Json;

namespace BillingClients.Docs.Tests.Samples;

/// <summary>The endpoints of <c>samples/CustomerApi</c> take and return the models as JSON.</summary>
public sealed class CustomerApiTests : IAsyncLifetime
{
    private RunningApi _api = null!;

    public async ValueTask InitializeAsync() => _api = await RunningApi.StartAsync();

    public ValueTask DisposeAsync() => _api.DisposeAsync();

    [Fact]
    public async Task A_customer_is_created_changed_read_and_listed()
    {
        (int created, JsonElement ada) = await _api.SendAsync(
            HttpMethod.Post,
            "/customers",
            """
            {
              "externalId": "crm-1815", "name": "Ada Lovelace", "email": "ada@example.com", "phone": "+442071234567", "metadata": { "tier": "gold" },
              "providerFields": [{ "$type": "flexprice.customerFields", "timezone": "Europe/London" }]
            }
            """);
        (int changed, JsonElement king) = await _api.SendAsync(
            HttpMethod.Patch, "/customers/crm-1815", """{ "name": "Ada King", "phone": null, "metadata": { "tier": "silver", "seats": 5 } }""");
        (int read, JsonElement stored) = await _api.SendAsync(HttpMethod.Get, "/customers/crm-1815");
        (int listed, JsonElement page) = await _api.SendAsync(HttpMethod.Get, "/customers");

        (created, changed, read, listed).ShouldBe((201, 200, 200, 200));
        Text(ada, "status").ShouldBe("active");
        ada.GetProperty("providerData").GetProperty("timezone").GetString().ShouldBe("Europe/London");
        foreach (JsonElement customer in (JsonElement[])[king, stored, page.GetProperty("items")[0]])
        {
            Text(customer, "name").ShouldBe("Ada King");
            Text(customer, "email").ShouldBe("ada@example.com");
            Text(customer, "phone").ShouldBeNull();
            customer.GetProperty("metadata").ToString().ShouldBe("""{"seats":"5","tier":"silver"}""");
        }
    }

    [Fact]
    public async Task Every_problem_is_named_before_and_in_the_refusal()
    {
        const string Bad = """{ "name": "Ada", "email": "ada", "description": "First programmer", "taxIds": [] }""";

        (int ok, JsonElement problems) = await _api.SendAsync(HttpMethod.Post, "/customers/check", Bad);
        (int refused, JsonElement problem) = await _api.SendAsync(HttpMethod.Post, "/customers", Bad);

        (ok, refused).ShouldBe((200, 400));
        string[] fields = [.. problems.EnumerateArray().Select(static each => Text(each, "field")!)];
        fields.ShouldBe(["Description", "ExternalId", "Email"], ignoreOrder: true);
        problem.GetProperty("errors").EnumerateObject().Select(static error => error.Name).ShouldBe(fields, ignoreOrder: true);
    }

    [Fact]
    public async Task A_customer_that_is_not_there_is_a_404()
    {
        (int status, JsonElement problem) = await _api.SendAsync(HttpMethod.Get, "/customers/nobody");

        status.ShouldBe(404);
        Text(problem, "detail")!.ShouldContain("Flexprice");
    }

    [Theory]
    [InlineData("""{ "name": 7 }""")]
    [InlineData("""{ "providerFields": [{ "timezone": "UTC" }] }""")]
    [InlineData("""{ "nmae": "Ada" }""")]
    [InlineData("""{ "providerFields": [{ "$type": "flexprice.customerFields", "timezon": "UTC" }] }""")]
    [InlineData("{")]
    public async Task A_body_that_is_not_an_update_is_answered_with_400(string json)
    {
        using StringContent body = new(json, new System.Net.Http.Headers.MediaTypeHeaderValue("application/json"));
        using HttpResponseMessage response = await _api.Http.PatchAsync("/customers/crm-1815", body, TestContext.Current.CancellationToken);

        ((int)response.StatusCode).ShouldBe(400);
    }

    private static string? Text(JsonElement json, string property) => json.GetProperty(property).GetString();
}
