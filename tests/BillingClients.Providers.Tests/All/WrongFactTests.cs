using System.Text.Json;
using BillingClients.Testing;

namespace BillingClients.Providers.Tests.All;

/// <summary>A fact that has the wrong JSON type is null, and its JSON is kept: neither a customer nor a list nor a create fails because of it.</summary>
public sealed class WrongFactTests
{
    private static readonly Dictionary<string, string[]> Wrong = new()
    {
        ["atlas"] =
        [
            "metadata []", "metadata [1]", "metadata \"gold\"", "tax_exempt \"none\"", "tax_exempt 1", "shipping_address []", "billing_address \"London\"",
            "tax_ids {\"type\":\"eu_vat\"}", "tax_ids [5,{\"type\":\"eu_vat\",\"value\":\"DE1\"}]", "default_payment_method {\"id\":\"pm_1\"}", "created true",
            "created {}", "phone [\"1\"]", "description {}", "phone \"\\ud800\"", "object []",
        ],
        ["runonatlas"] =
        [
            "activeSubscriptions {}", "upcomingSubscriptions [\"s\"]", "customPricingUnits [7]", "customerPrivatePlans \"all\"", "isEligibleForTrial 1",
            "createdAt {}", "updatedAt false", "stripeId {\"id\":\"cus_1\"}", "billingCity []", "status {}", "merchantId []", "shippingState \"\\ud800\"",
        ],
        ["flexprice"] =
        [
            "metadata []", "metadata 5", "created_at true", "updated_at {}", "contact {}", "address_city []", "environment_id {\"id\":\"e\"}", "timezone [1]",
            "status {}", "tenant_id \"\\ud800\"",
        ],
        ["flowglad"] =
        [
            "billingAddress []", "billingAddress \"London\"", "livemode 1", "archived \"no\"", "createdAt {}", "updatedAt true", "userId {\"id\":\"u\"}",
            "organizationId []", "logoURL {}", "domain \"\\ud800\"",
        ],
        ["flex"] =
        [
            "test_mode 1", "test_mode \"maybe\"", "shipping []", "shipping \"fsh_1\"", "metadata []", "metadata \"text\"", "metadata 7", "created_at {}",
            "phone {}", "employer [1]", "phone \"\\ud800\"",
        ],
    };

    public static TheoryData<string, string, string> Facts =>
        [.. from shape in AnswerShape.All from fact in Wrong[shape.Provider] let cut = fact.IndexOf(' ', StringComparison.Ordinal)
            select new TheoryDataRow<string, string, string>(shape.Provider, fact[..cut], fact[(cut + 1)..])];

    public static TheoryData<string> Providers => [.. AnswerShape.All.Select(static shape => shape.Provider)];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Facts))]
    public async Task A_customer_is_read_without_it(string provider, string member, string value)
    {
        await using Bench bench = await Bench.StartAsync(provider);
        AnswerShape shape = AnswerShape.Of(provider);
        bench.Simulator[provider].Answer(200, shape.Single(shape.Customer("c1", member, value)));

        Customer customer = await bench.Client.GetAsync(KeyOf(bench), cancellationToken: Token);

        IsWhole(customer, "c1", member, value);
        bench.Simulator[provider].Requests.ShouldHaveSingleItem();
    }

    [Theory]
    [MemberData(nameof(Facts))]
    public async Task A_list_is_read_without_it(string provider, string member, string value)
    {
        await using Bench bench = await Bench.StartAsync(provider);
        AnswerShape shape = AnswerShape.Of(provider);
        string items = $"{shape.Customer("c0")},{shape.Customer("c1", member, value)},{shape.Customer("c2")}";
        bench.Simulator[provider].Answer(200, shape.Page(items, new PageOf(1, HasMore: false, Total: 3)));

        CustomerPage page = await bench.Client.ListPageAsync(new CustomerListRequest(), cancellationToken: Token);

        page.Items.Select(static customer => customer.Id).ShouldBe(["c0", "c1", "c2"]);
        IsWhole(page.Items[1], "c1", member, value);
        page.Items[0].ProviderData!.AdditionalProperties.ShouldBeNull();
        page.Items[2].ProviderData!.AdditionalProperties.ShouldBeNull();
    }

    [Theory]
    [MemberData(nameof(Facts))]
    public async Task A_create_that_is_answered_with_it_is_created_by_one_request(string provider, string member, string value)
    {
        await using Bench bench = await Bench.StartAsync(provider);
        AnswerShape shape = AnswerShape.Of(provider);
        bench.Simulator[provider].Answer(200, shape.Created(shape.Customer("c1", member, value)), static request => request.Method == "POST");
        CustomerCreate ada = new()
        {
            ExternalId = shape.Names.Contains("crm-1", StringComparison.Ordinal) ? "crm-1" : null,
            FirstName = "Ada",
            LastName = "Lovelace",
            Email = "ada@example.com",
        };

        Customer created = await bench.Client.CreateAsync(ada, cancellationToken: Token);

        IsWhole(created, "c1", member, value);
        bench.Simulator[provider].Requests.Count(static request => request.Method == "POST").ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Several_in_one_answer_are_all_kept(string provider)
    {
        await using Bench bench = await Bench.StartAsync(provider);
        AnswerShape shape = AnswerShape.Of(provider);
        string[][] facts = [.. Wrong[provider].Select(static fact => fact.Split(' ', 2)).DistinctBy(static fact => fact[0])];
        string members = string.Join(',', facts.Select(static fact => $"\"{fact[0]}\": {fact[1]} "));
        bench.Simulator[provider].Answer(200, shape.Single(shape.Customer("c1", "new_fact", $"7,{members}")));

        Customer customer = await bench.Client.GetAsync(KeyOf(bench), cancellationToken: Token);

        customer.ProviderData!.AdditionalProperties!.ToDictionary(static field => field.Key, static field => field.Value.GetRawText()).ShouldBe(
            [.. facts.Select(static fact => KeyValuePair.Create(fact[0], fact[1])), new("new_fact", "7")], ignoreOrder: true);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task An_item_of_a_list_that_is_not_a_customer_makes_the_list_unreadable(string provider)
    {
        await using Bench bench = await Bench.StartAsync(provider, static options => options.MaxAttempts = 1);
        AnswerShape shape = AnswerShape.Of(provider);
        bench.Simulator[provider].Answer(200, shape.Page($"{shape.Customer("c0")},5", new PageOf(1, HasMore: false, Total: 2)));

        UnreadableResponseException failure = await Should.ThrowAsync<UnreadableResponseException>(
            () => bench.Client.ListPageAsync(new CustomerListRequest(), cancellationToken: Token));

        failure.Field.ShouldBe("an item of the list");
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task An_id_of_the_wrong_type_makes_an_answer_unreadable(string provider)
    {
        await using Bench bench = await Bench.StartAsync(provider, static options => options.MaxAttempts = 1);
        AnswerShape shape = AnswerShape.Of(provider);
        string json = shape.Customer("c1").Replace("\"c1\"", "{}", StringComparison.Ordinal);
        bench.Simulator[provider].Answer(200, shape.Page(json, new PageOf(1, HasMore: false, Total: 1)));

        UnreadableResponseException failure = await Should.ThrowAsync<UnreadableResponseException>(
            () => bench.Client.ListPageAsync(new CustomerListRequest(), cancellationToken: Token));

        failure.Field.ShouldNotBeNull().ShouldEndWith(shape.Id);
    }

    [Fact]
    public async Task A_fact_inside_another_is_kept_where_it_belongs()
    {
        await using Bench atlas = await Bench.StartAsync("atlas");
        atlas.Simulator["atlas"].Answer(200, AnswerShape.Of("atlas").Customer("c1", "tax_ids", """[{"type":[],"value":"DE1"}]"""));
        AtlasCustomer customer = (await atlas.Client.GetAsync(KeyOf(atlas), cancellationToken: Token)).As<AtlasCustomer>()!;
        customer.AdditionalProperties.ShouldBeNull();
        customer.TaxIds![0]!.Value.ShouldBe("DE1");
        customer.TaxIds[0]!.AdditionalProperties!["type"].GetRawText().ShouldBe("[]");

        await using Bench flowglad = await Bench.StartAsync("flowglad");
        AnswerShape shape = AnswerShape.Of("flowglad");
        flowglad.Simulator["flowglad"].Answer(200, shape.Single(shape.Customer("c1", "billingAddress", """{"firstName":{},"address":[],"phone":"1"}""")));
        Customer read = await flowglad.Client.GetAsync(KeyOf(flowglad), cancellationToken: Token);
        read.Phone.ShouldBe("1");
        read.As<FlowgladCustomer>()!.BillingAddress!.AdditionalProperties!.Keys.ShouldBe(["firstName", "address"]);
    }

    [Fact]
    public async Task Good_items_of_an_array_are_read_and_the_whole_array_is_kept()
    {
        await using Bench bench = await Bench.StartAsync("atlas");
        const string taxIds = """[5, {"type":"eu_vat","value":"DE1"} ,"x"]""";
        bench.Simulator["atlas"].Answer(200, AnswerShape.Of("atlas").Customer("c1", "tax_ids", taxIds));

        Customer customer = await bench.Client.GetAsync(KeyOf(bench), cancellationToken: Token);

        customer.TaxIds.ShouldBe([new TaxId("eu_vat", "DE1")]);
        customer.ProviderData!.AdditionalProperties!["tax_ids"].GetRawText().ShouldBe(taxIds);
    }

    [Fact]
    public async Task Five_thousand_of_them_are_read_and_more_make_the_answer_unreadable_in_a_short_time()
    {
        await using Bench bench = await Bench.StartAsync("atlas", static options => options.MaxAttempts = 1);
        AnswerShape shape = AnswerShape.Of("atlas");
        string item = shape.Customer("c1", "metadata", "[],\"created\":true,\"phone\":{},\"name\":[],\"email\":[]");
        string Page(int count) => shape.Page(string.Join(',', Enumerable.Repeat(item, count)), new PageOf(1, HasMore: false, Total: count));
        bench.Simulator["atlas"].Answer(200, Page(1000));
        bench.Simulator["atlas"].Answer(200, Page(20_000));

        (await bench.Client.ListPageAsync(new CustomerListRequest(), cancellationToken: Token)).Items.Count.ShouldBe(1000);
        UnreadableResponseException failure = await Should.ThrowAsync<UnreadableResponseException>(
            () => bench.Client.ListPageAsync(new CustomerListRequest(), cancellationToken: Token));

        failure.Field.ShouldBe("data[0].metadata");
    }

    [Theory]
    [InlineData("atlas", "[1]")]
    [InlineData("atlas", "\"gold\"")]
    [InlineData("atlas", "5")]
    [InlineData("flex", "[1]")]
    [InlineData("flex", "\"gold\"")]
    [InlineData("flex", "5")]
    public async Task Stored_metadata_that_an_update_needs_and_cannot_read_is_not_overwritten(string provider, string metadata)
    {
        await using Bench bench = await Bench.StartAsync(provider);
        AnswerShape shape = AnswerShape.Of(provider);
        for (int attempt = 0; attempt < 4; attempt++)
        {
            bench.Simulator[provider].Answer(200, shape.Single(shape.Customer("c1", "metadata", metadata)));
        }

        UnreadableResponseException failure = await Should.ThrowAsync<UnreadableResponseException>(
            () => bench.Client.UpdateAsync(KeyOf(bench), new CustomerUpdate { ExternalId = "crm-1" }, cancellationToken: Token));

        failure.Field.ShouldNotBeNull().ShouldEndWith("metadata");
        failure.OutcomeUnknown.ShouldBeFalse();
        bench.Simulator[provider].Requests.ShouldAllBe(static request => request.Method == "GET");
    }

    [Theory]
    [InlineData("atlas")]
    [InlineData("flex")]
    public async Task Stored_metadata_that_is_an_empty_array_is_an_empty_map(string provider)
    {
        await using Bench bench = await Bench.StartAsync(provider);
        AnswerShape shape = AnswerShape.Of(provider);
        bench.Simulator[provider].Answer(200, shape.Single(shape.Customer("c1", "metadata", "[]")));
        bench.Simulator[provider].Answer(200, shape.Single(shape.Customer("c1", "metadata", """{"external_id":"crm-1"}""")));

        (await bench.Client.UpdateAsync(KeyOf(bench), new CustomerUpdate { ExternalId = "crm-1" }, cancellationToken: Token)).ExternalId.ShouldBe("crm-1");
    }

    [Fact]
    public async Task Metadata_that_is_null_is_left_out_and_not_written_back_as_a_text()
    {
        await using Bench bench = await Bench.StartAsync("flexprice");
        AnswerShape shape = AnswerShape.Of("flexprice");
        bench.Simulator["flexprice"].Answer(200, shape.Customer("c1", "metadata", """{"a":null,"s":"null"}"""));
        bench.Simulator["flexprice"].Answer(200, shape.Customer("c1"));

        Customer read = await bench.Client.GetAsync(KeyOf(bench), cancellationToken: Token);
        Dictionary<string, string> copied = new(read.Metadata) { ["tier"] = "gold" };
        await bench.Client.UpdateAsync(KeyOf(bench), new CustomerUpdate { Metadata = copied }, cancellationToken: Token);

        using JsonDocument sent = JsonDocument.Parse(bench.Simulator["flexprice"].Requests[^1].Body);
        sent.RootElement.GetProperty("metadata").GetRawText().ShouldBe("""{"s":"null","tier":"gold"}""");
    }

    private static CustomerKey KeyOf(Bench bench) =>
        bench.Client.Provider.Capabilities.Get.ById == Support.Native ? CustomerKey.FromId("c1") : CustomerKey.FromExternalId("crm-1");

    private static void IsWhole(Customer customer, string id, string member, string value)
    {
        customer.Id.ShouldBe(id);
        customer.Email.ShouldBe("ada@example.com");
        customer.ProviderData!.AdditionalProperties.ShouldNotBeNull().ShouldHaveSingleItem().Key.ShouldBe(member);
        customer.ProviderData.AdditionalProperties[member].GetRawText().ShouldBe(value);
    }
}
