using BillingClients.Testing;

namespace BillingClients.Providers.Tests.Flex;

/// <summary>Metadata is a text on the way out and an object on the way in, and holds the external id, too.</summary>
public sealed class MetadataTests : IAsyncLifetime
{
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly FlexFixture _fixture = new();

    public ValueTask InitializeAsync() => _fixture.InitializeAsync();

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    [Theory]
    [InlineData("gold")]
    [InlineData("")]
    [InlineData("\"quoted\" \\ and {braced}")]
    [InlineData("Größe 😀 <b>&amp;</b>\u0001\n")]
    public async Task A_value_comes_back_as_it_was_given(string value)
    {
        Customer created = await _fixture.Client.CreateAsync(
            FlexFixture.Ada with { Metadata = new Dictionary<string, string> { ["ключ \""] = value } }, cancellationToken: None);

        _fixture.Simulator.Journal.Objections.ShouldBeEmpty();
        created.Metadata.ShouldHaveSingleItem().ShouldBe(new KeyValuePair<string, string>("ключ \"", value));
    }

    [Fact]
    public async Task It_is_sent_as_a_text_with_the_external_id_in_it()
    {
        Customer created = await _fixture.Client.CreateAsync(
            new CustomerCreate { ExternalId = "crm-1815", Metadata = new Dictionary<string, string> { ["tier"] = "gold" } }, cancellationToken: None);

        TextOf(_fixture.Provider.Requests[0]).ShouldBe("""{"tier":"gold","external_id":"crm-1815"}""");
        created.ExternalId.ShouldBe("crm-1815");
        created.Metadata["tier"].ShouldBe("gold");
    }

    [Fact]
    public async Task A_create_without_entries_sends_none()
    {
        await _fixture.Client.CreateAsync(new CustomerCreate { FirstName = "Ada", Metadata = new Dictionary<string, string>() }, cancellationToken: None);

        _fixture.Provider.Requests[0].BodyText.ShouldBe("""{"customer":{"first_name":"Ada"}}""");
    }

    [Fact]
    public async Task The_same_external_id_in_both_places_is_accepted()
    {
        Customer created = await _fixture.Client.CreateAsync(
            new CustomerCreate { ExternalId = "crm-1815", Metadata = new Dictionary<string, string> { ["external_id"] = "crm-1815" } },
            cancellationToken: None);

        created.ExternalId.ShouldBe("crm-1815");
    }

    [Fact]
    public async Task A_new_external_id_leaves_the_rest_of_the_metadata_as_it_is_stored()
    {
        string id = await StoreAsync("""{"customer":{"metadata":"{\"tier\":\"gold\",\"seats\":5,\"tags\":[\"a\"],\"external_id\":\"crm-1815\"}"}}""");

        Customer updated = await _fixture.Client.UpdateAsync(CustomerKey.FromId(id), new CustomerUpdate { ExternalId = "crm-1852" }, cancellationToken: None);

        _fixture.Provider.Requests.Select(request => request.Method).ShouldBe(["POST", "GET", "PATCH"]);
        TextOf(_fixture.Provider.Requests[^1]).ShouldBe("""{"tier":"gold","seats":5,"tags":["a"],"external_id":"crm-1852"}""");
        updated.ExternalId.ShouldBe("crm-1852");
        updated.Metadata["seats"].ShouldBe("5");
    }

    [Fact]
    public async Task A_cleared_external_id_leaves_the_rest_of_the_metadata()
    {
        string id = await StoreAsync("""{"customer":{"metadata":"{\"tier\":\"gold\",\"external_id\":\"crm-1815\"}"}}""");

        Customer updated = await _fixture.Client.UpdateAsync(CustomerKey.FromId(id), new CustomerUpdate { ExternalId = null }, cancellationToken: None);

        TextOf(_fixture.Provider.Requests[^1]).ShouldBe("""{"tier":"gold"}""");
        updated.ExternalId.ShouldBeNull();
    }

    [Fact]
    public async Task New_metadata_leaves_the_external_id()
    {
        string id = await StoreAsync("""{"customer":{"metadata":"{\"tier\":\"gold\",\"external_id\":\"crm-1815\"}"}}""");

        Customer updated = await _fixture.Client.UpdateAsync(
            CustomerKey.FromId(id), new CustomerUpdate { Metadata = new Dictionary<string, string> { ["seats"] = "5" } }, cancellationToken: None);

        TextOf(_fixture.Provider.Requests[^1]).ShouldBe("""{"external_id":"crm-1815","seats":"5"}""");
        updated.ExternalId.ShouldBe("crm-1815");
        updated.Metadata.Keys.ShouldNotContain("tier");
    }

    [Fact]
    public async Task Cleared_metadata_leaves_the_external_id_and_is_empty_without_one()
    {
        string with = await StoreAsync("""{"customer":{"metadata":"{\"tier\":\"gold\",\"external_id\":\"crm-1815\"}"}}""");
        await _fixture.Client.UpdateAsync(CustomerKey.FromId(with), new CustomerUpdate { Metadata = null }, cancellationToken: None);
        TextOf(_fixture.Provider.Requests[^1]).ShouldBe("""{"external_id":"crm-1815"}""");

        string without = await StoreAsync("""{"customer":{"first_name":"Ada"}}""");
        await _fixture.Client.UpdateAsync(CustomerKey.FromId(without), new CustomerUpdate { Metadata = null }, cancellationToken: None);
        TextOf(_fixture.Provider.Requests[^1]).ShouldBe("{}");
    }

    [Fact]
    public async Task Metadata_that_names_the_external_id_and_an_update_of_both_need_no_look()
    {
        string id = await StoreAsync("""{"customer":{"metadata":"{\"tier\":\"gold\",\"external_id\":\"crm-1815\"}"}}""");
        CustomerKey key = CustomerKey.FromId(id);

        await _fixture.Client.UpdateAsync(
            key, new CustomerUpdate { Metadata = new Dictionary<string, string> { ["external_id"] = "crm-1" } }, cancellationToken: None);
        TextOf(_fixture.Provider.Requests[^1]).ShouldBe("""{"external_id":"crm-1"}""");
        await _fixture.Client.UpdateAsync(key, new CustomerUpdate { ExternalId = "crm-2", Metadata = null }, cancellationToken: None);
        TextOf(_fixture.Provider.Requests[^1]).ShouldBe("""{"external_id":"crm-2"}""");
        await _fixture.Client.UpdateAsync(
            key, new CustomerUpdate { ExternalId = null, Metadata = new Dictionary<string, string> { ["tier"] = "gold" } }, cancellationToken: None);
        TextOf(_fixture.Provider.Requests[^1]).ShouldBe("""{"tier":"gold"}""");

        _fixture.Provider.Requests.ShouldNotContain(request => request.Method == "GET");
    }

    [Fact]
    public async Task An_external_id_is_set_where_there_was_no_metadata()
    {
        string id = await StoreAsync("""{"customer":{"first_name":"Ada"}}""");

        Customer updated = await _fixture.Client.UpdateAsync(CustomerKey.FromId(id), new CustomerUpdate { ExternalId = "crm-1815" }, cancellationToken: None);

        updated.ExternalId.ShouldBe("crm-1815");
    }

    [Fact]
    public async Task The_look_of_an_update_is_not_counted_as_the_update()
    {
        string id = await StoreAsync("""{"customer":{"first_name":"Ada"}}""");

        BillingNotFoundException missing = await Should.ThrowAsync<BillingNotFoundException>(
            () => _fixture.Client.UpdateAsync(CustomerKey.FromId("fcus_0"), new CustomerUpdate { ExternalId = "crm-1815" }, cancellationToken: None));
        missing.Operation.ShouldBe(CustomerOperation.Update);

        _fixture.Provider.Answer(500, """{"message":"Internal Server Error"}""", Requests.Get("/v1/customers/*"));
        Customer updated = await _fixture.Client.UpdateAsync(CustomerKey.FromId(id), new CustomerUpdate { ExternalId = "crm-1815" }, cancellationToken: None);
        updated.Response!.Attempts.ShouldBe(2);
        _fixture.Provider.Requests.Count(request => request.Method == "PATCH").ShouldBe(1);
    }

    [Theory]
    [InlineData("""{"customer":{"customer_id":"fcus_1","metadata":[1]}}""")]
    [InlineData("""{"customer":{"customer_id":"fcus_1","metadata":5}}""")]
    [InlineData("""{"customer":{"customer_id":"fcus_1","metadata":"not JSON"}}""")]
    [InlineData("""{"customer":{"customer_id":"fcus_1","metadata":"\ud800"}}""")]
    [InlineData("""{"customer":{"customer_id":"fcus_1","metadata":{"\ud800":"x"}}}""")]
    [InlineData("""{"customer":null}""")]
    [InlineData("""{}""")]
    [InlineData("")]
    public async Task Stored_metadata_that_cannot_be_read_is_never_overwritten(string answer)
    {
        using FlexCustomerClient client = _fixture.CreateClient(options => options.MaxAttempts = 1);
        _fixture.Provider.Answer(200, answer);

        await Should.ThrowAsync<UnreadableResponseException>(
            () => client.UpdateAsync(CustomerKey.FromId("fcus_1"), new CustomerUpdate { ExternalId = "crm-1815" }, cancellationToken: None));

        _fixture.Provider.Requests.ShouldHaveSingleItem().Method.ShouldBe("GET");
    }

    [Fact]
    public async Task Stored_metadata_that_is_a_text_is_read_like_the_object()
    {
        _fixture.Provider.Answer(200, """{"customer":{"customer_id":"fcus_1","metadata":"{\"half\":\"\\ud800\"}"}}""", Requests.Get("/v1/customers/*"));
        _fixture.Provider.Answer(200, """{"customer":{"customer_id":"fcus_1"}}""", Requests.Patch("/v1/customers/*"));

        await _fixture.Client.UpdateAsync(CustomerKey.FromId("fcus_1"), new CustomerUpdate { ExternalId = "crm-1815" }, cancellationToken: None);

        TextOf(_fixture.Provider.Requests[^1]).ShouldBe("""{"half":"\ud800","external_id":"crm-1815"}""");
    }

    private static string TextOf(JournalEntry request) =>
        System.Text.Json.JsonElement.Parse(request.BodyText).GetProperty("customer").GetProperty("metadata").GetString()!;

    private async Task<string> StoreAsync(string body)
    {
        using HttpClient http = new();
        using HttpRequestMessage request = new(HttpMethod.Post, new Uri(_fixture.Provider.BaseAddress + "/v1/customers"));
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + _fixture.Provider.ApiKey);
        request.Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using HttpResponseMessage response = (await http.SendAsync(request, None)).EnsureSuccessStatusCode();
        return _fixture.Provider.Customers[^1].Id;
    }
}
