using BillingClients.Providers;
using BillingClients.Security.Tests.Fixtures;
using BillingClients.Testing;

namespace BillingClients.Security.Tests.Paths;

/// <summary>An identifier that a provider answers with becomes a part of the next request's path only when a path can carry it.</summary>
public sealed class ProviderIdTests
{
    public static TheoryData<string> Ids { get; } = ["", ".", "..", "a\0b", "a\r\nb", "\u0085", new string('x', 1025)];

    private static CancellationToken None => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Ids))]
    public void An_empty_id_is_not_a_key(string id) =>
        Should.Throw<WireFormatException>(() => WireFormatException.RequireKey(id, "id")).Field.ShouldBe("id");

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Flexprice_deletes_nothing_when_the_look_up_answers_with_no_key(string id)
    {
        await using Bench bench = await Bench.StartAsync("flexprice");
        bench.Provider.Answer(200, $$"""{"id":{{System.Text.Json.JsonSerializer.Serialize(id)}},"external_id":"crm-1815"}""");

        UnreadableResponseException failure = await Should.ThrowAsync<UnreadableResponseException>(
            () => bench.Client.DeleteAsync(CustomerKey.FromExternalId("crm-1815"), cancellationToken: None));

        failure.Field.ShouldBe("id");
        bench.Provider.Requests.ShouldHaveSingleItem().Target.ShouldBe("/flexprice/v1/customers/external/crm-1815");
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Atlas_looks_by_the_email_address_when_a_conflict_names_no_key(string id)
    {
        await using Bench bench = await Bench.StartAsync("atlas", static options =>
        {
            options.MaxAttempts = 2;
            options.RetryBaseDelay = TimeSpan.Zero;
        });
        bench.Provider.Fault(SimulatedFault.ErrorAfterCommit());
        bench.Provider.Answer(400, $$$"""{"error":{"code":"customer_exists","existing_customer_id":{{{System.Text.Json.JsonSerializer.Serialize(id)}}}}}""");

        Customer created = await bench.Client.CreateAsync(Bench.Sample, cancellationToken: None);

        created.Id.ShouldBe(bench.Provider.Customers.ShouldHaveSingleItem().Id);
        bench.Provider.Requests.Select(static request => $"{request.Method} {request.Path}").ShouldBe(["POST /customers", "POST /customers", "GET /customers"]);
    }
}
