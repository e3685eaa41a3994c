using BillingClients.Testing;

namespace BillingClients.Providers.Tests.Flex;

/// <summary>A create whose answer was lost ends as exactly one customer, or as an error that says that the outcome is unknown.</summary>
public sealed class RecoveryTests : IAsyncLifetime
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly SimulatedAnswer Failure = SimulatedAnswer.Json(500, """{"message":"Internal Server Error"}""");

    private readonly FlexFixture _fixture = new();

    public ValueTask InitializeAsync() => _fixture.InitializeAsync();

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    public static TheoryData<int, string> LostAnswers => new()
    {
        { 500, """{"message":"Internal Server Error"}""" },
        { 502, "<html></html>" },
        { 408, """{"message":"Request Timeout"}""" },
        { 200, "" },
        { 200, "<html></html>" },
        { 200, """{"customer":{"first_name":"Ada"}}""" },
    };

    [Theory]
    [MemberData(nameof(LostAnswers))]
    public async Task A_create_that_took_effect_is_found_by_email(int status, string body)
    {
        _fixture.LoseAnswerOfCreate(SimulatedAnswer.Json(status, body));

        Customer created = await _fixture.Client.CreateAsync(
            FlexFixture.Ada with
            {
                ExternalId = "crm-1815",
                Metadata = new Dictionary<string, string> { ["tier"] = "gold" },
                ShippingAddress = new Address { Line1 = "1 Market Street" },
                ProviderFields = [new FlexCustomerFields { Employer = "Flex", CheckoutSessionId = "fcs_1" }],
            },
            cancellationToken: None);

        created.Id.ShouldBe(_fixture.Provider.Customers.ShouldHaveSingleItem().Id);
        created.Response!.Attempts.ShouldBe(2);
        _fixture.Provider.Requests[^1].Target.ShouldBe("/flex/v1/customers?email=ada%40example.com&limit=100");
    }

    [Fact]
    public async Task Nothing_found_leaves_it_open_and_sends_nothing_again()
    {
        _fixture.Provider.Answer(Failure);

        AmbiguousOutcomeException open = await CreateAsync(FlexFixture.Ada);

        open.Found.ShouldBeNull();
        open.IdempotencyKey.ShouldBe(_fixture.Provider.Requests[0].Header("Idempotency-Key"));
        open.InnerException.ShouldBeOfType<BillingProviderException>();
        Posts().ShouldBe(1);
        _fixture.Provider.Customers.ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_an_email_nothing_can_be_looked_up()
    {
        _fixture.LoseAnswerOfCreate(Failure);

        await CreateAsync(FlexFixture.Ada with { Email = null });

        _fixture.Provider.Requests.ShouldAllBe(request => request.Method == "POST");
        _fixture.Provider.Customers.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task An_older_customer_with_the_same_email_is_not_the_one()
    {
        _fixture.Provider.Answer(Failure, Requests.Post("/v1/customers"));
        AnswerLookUp(Ada("fcus_1", "\"2020-01-01T00:00:00Z\""));

        (await CreateAsync(FlexFixture.Ada)).Found.ShouldBeNull();
    }

    [Fact]
    public async Task A_younger_customer_with_other_fields_is_shown_and_not_returned()
    {
        _fixture.Provider.Answer(Failure, Requests.Post("/v1/customers"));
        AnswerLookUp(Ada("fcus_1", "\"2999-01-01T00:00:00Z\""));

        (await CreateAsync(FlexFixture.Ada with { LastName = "King" })).Found!.Id.ShouldBe("fcus_1");
    }

    [Fact]
    public async Task A_customer_whose_age_cannot_be_read_is_shown_and_not_returned()
    {
        _fixture.Provider.Answer(Failure, Requests.Post("/v1/customers"));
        AnswerLookUp(Ada("fcus_1", "1781533800"));

        (await CreateAsync(FlexFixture.Ada)).Found!.Id.ShouldBe("fcus_1");
    }

    [Fact]
    public async Task Two_younger_customers_settle_nothing()
    {
        _fixture.LoseAnswerOfCreate(Failure);
        await _fixture.Client.CreateAsync(FlexFixture.Ada with { Phone = "+442071234567" }, cancellationToken: None);
        await _fixture.Client.CreateAsync(FlexFixture.Ada, cancellationToken: None);
        _fixture.LoseAnswerOfCreate(Failure);

        (await CreateAsync(FlexFixture.Ada)).Found.ShouldBeNull();
    }

    [Fact]
    public async Task A_full_page_settles_nothing()
    {
        _fixture.Provider.Answer(Failure, Requests.Post("/v1/customers"));
        AnswerLookUp([.. Enumerable.Range(0, 99).Select(i => Ada($"fcus_{i}", "\"2020-01-01T00:00:00Z\"")), Ada("fcus_new", "\"2999-01-01T00:00:00Z\"")]);

        (await CreateAsync(FlexFixture.Ada)).Found.ShouldBeNull();
    }

    [Fact]
    public async Task A_filter_that_is_not_heeded_does_no_harm()
    {
        _fixture.Provider.Answer(Failure, Requests.Post("/v1/customers"));
        AnswerLookUp("""{"customer_id":"fcus_2","email":"other@example.com","created_at":"2999-01-01T00:00:00Z"}""");

        (await CreateAsync(FlexFixture.Ada)).Found.ShouldBeNull();
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"customers":[{"email":"ada@example.com"}]}""")]
    [InlineData("not JSON")]
    [InlineData("")]
    public async Task A_look_up_that_cannot_be_read_is_made_again(string answer)
    {
        _fixture.LoseAnswerOfCreate(Failure);
        _fixture.Provider.Answer(200, answer, Requests.Get("/v1/customers"));

        Customer created = await _fixture.Client.CreateAsync(FlexFixture.Ada, cancellationToken: None);

        created.Response!.Attempts.ShouldBe(3);
        _fixture.Provider.Customers.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(409)]
    [InlineData(422)]
    public async Task A_refusal_is_a_refusal(int status)
    {
        _fixture.Provider.Answer(status, "{}");

        BillingException error = await Should.ThrowAsync<BillingException>(() => _fixture.Client.CreateAsync(FlexFixture.Ada, cancellationToken: None));

        error.ShouldNotBeOfType<AmbiguousOutcomeException>();
        error.Attempts.ShouldBe(1);
    }

    [Fact]
    public async Task After_429_it_is_sent_again_with_the_same_key()
    {
        _fixture.Provider.Answer(429, """{"message":"Too Many Requests"}""");

        Customer created = await _fixture.Client.CreateAsync(FlexFixture.Ada, cancellationToken: None);

        created.Response!.Attempts.ShouldBe(2);
        _fixture.Provider.Requests.Select(request => request.Header("Idempotency-Key")).Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public async Task Opted_in_it_is_sent_again_with_the_same_key_and_done_once_where_the_key_is_honoured()
    {
        _fixture.Provider.HonorsIdempotencyKeys = true;
        using FlexCustomerClient client = _fixture.CreateClient(options => options.ResendAmbiguousCreates = true);
        _fixture.LoseAnswerOfCreate(Failure);

        Customer created = await client.CreateAsync(FlexFixture.Ada with { Email = null }, cancellationToken: None);

        created.Id.ShouldBe(_fixture.Provider.Customers.ShouldHaveSingleItem().Id);
        _fixture.Provider.Requests.ShouldAllBe(request => request.Method == "POST");
        _fixture.Provider.Requests.Select(request => request.Header("Idempotency-Key")).Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public async Task The_opt_in_is_read_anew_for_each_call()
    {
        FlexOptions options = null!;
        using FlexCustomerClient client = _fixture.CreateClient(made => options = made);
        _fixture.Provider.Answer(Failure);
        await Should.ThrowAsync<AmbiguousOutcomeException>(() => client.CreateAsync(FlexFixture.Ada, cancellationToken: None));

        options.ResendAmbiguousCreates = true;
        _fixture.Provider.Answer(Failure);
        await client.CreateAsync(FlexFixture.Ada, cancellationToken: None);

        Posts().ShouldBe(3);
    }

    [Fact]
    public async Task An_opt_in_while_a_call_runs_is_for_the_next_call()
    {
        FlexOptions options = null!;
        using FlexCustomerClient client = _fixture.CreateClient(made => options = made);
        _fixture.Provider.Answer(
            _ =>
            {
                options.ResendAmbiguousCreates = true;
                return Failure;
            },
            Requests.Post("/v1/customers"));

        await Should.ThrowAsync<AmbiguousOutcomeException>(() => client.CreateAsync(FlexFixture.Ada, cancellationToken: None));

        Posts().ShouldBe(1);
    }

    [Fact]
    public async Task An_update_is_sent_again()
    {
        Customer created = await _fixture.Client.CreateAsync(FlexFixture.Ada, cancellationToken: None);
        _fixture.Provider.Answer(Failure);

        Customer updated = await _fixture.Client.UpdateAsync(CustomerKey.FromId(created.Id), new CustomerUpdate { LastName = "King" }, cancellationToken: None);

        updated.LastName.ShouldBe("King");
        updated.Response!.Attempts.ShouldBe(2);
    }

    private static string Ada(string id, string createdAt) =>
        $$"""{"customer_id":"{{id}}","first_name":"Ada","last_name":"Lovelace","email":"ada@example.com","created_at":{{createdAt}} }""";

    private int Posts() => _fixture.Provider.Requests.Count(request => request.Method == "POST");

    private Task<AmbiguousOutcomeException> CreateAsync(CustomerCreate customer) =>
        Should.ThrowAsync<AmbiguousOutcomeException>(() => _fixture.Client.CreateAsync(customer, cancellationToken: None));

    private void AnswerLookUp(params string[] customers) =>
        _fixture.Provider.Answer(200, $$"""{"customers":[{{string.Join(',', customers)}}]}""", Requests.Get("/v1/customers"));
}
