using System.Net;
using BillingClients.Core.Tests.Pipeline;

namespace BillingClients.Core.Tests.Http;

/// <summary>A base address may be written in several forms. In each of them, a search is not taken for the write that follows it.</summary>
public sealed class BaseAddressFormTests
{
    // Flexprice searches for an external id with a slash, by POST, and then deletes.
    private static readonly CustomerKey WithSlash = CustomerKey.FromExternalId("crm/1815");

    public static TheoryData<string> Forms =>
    [
        "https://billing.example/v1", "https://billing.example/v1/", "https://billing.example:443/v1", "https://BILLING.example/v1", "https://billing.example/a/../v1/",
        "https://billing.example/a/%2e%2e/v1", "https://billing.example/a/%2E./v1/", "https://billing.example/./v1", "https://billing.example/caf\u00e9/v1",
        "https://billing.example/a b/v1/", "https://billing.example/%7Ea/v1", "https://b\u00fccher.example/v1", "https://billing.example/a\\v1",
    ];

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task A_search_before_a_write_is_not_the_write(string address)
    {
        List<string> sent = [];
        using ScriptedClient scripted = new(
            (request, _) =>
            {
                sent.Add($"{request.Method} {request.RequestUri!.AbsolutePath.Split("/v1")[^1]}");
                return Task.FromResult(request.Method == HttpMethod.Post
                    ? Answers.Status(200, """{"items":[{"id":"cust_1","external_id":"crm/1815"}],"pagination":{"total":1,"limit":1,"offset":0}}""")
                    : new HttpResponseMessage(HttpStatusCode.NoContent));
            },
            options => (options.BaseAddress, options.MaxAttempts) = (new Uri(address), 1));

        await scripted.Client.DeleteAsync(WithSlash, cancellationToken: TestContext.Current.CancellationToken);

        sent.ShouldBe(["POST /customers/search", "DELETE /customers/cust_1"]);
    }
}
