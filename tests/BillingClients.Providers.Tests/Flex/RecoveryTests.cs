using System.Globalization;
using BillingClients.Testing;

namespace BillingClients.Providers.Tests.Flex;

/// <summary>A create whose answer was lost ends as exactly one customer, or as an error that says that the outcome is unknown.</summary>
public sealed class RecoveryTests : IAsyncLifetime
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly SimulatedAnswer Failure = SimulatedAnswer.Json(500, """{"message":"Internal Server Error"}""");

    private static readonly CustomerCreate Grace = new() { FirstName = "Grace", LastName = "Hopper" };

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
    public async Task With_an_email_it_is_sent_again_which_makes_no_second_customer(int status, string body)
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
        Verbs().ShouldBe(["GET", "POST", "POST", "POST"]);
        Keys().Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public async Task With_an_email_one_that_did_not_arrive_is_sent_again()
    {
        _fixture.Provider.Answer(Failure, Requests.Post("/v1/customers"));

        Customer created = await _fixture.Client.CreateAsync(FlexFixture.Ada, cancellationToken: None);

        created.Id.ShouldBe(_fixture.Provider.Customers.ShouldHaveSingleItem().Id);
        Verbs().ShouldBe(["GET", "POST", "POST"]);
    }

    [Fact]
    public async Task Sent_again_it_may_turn_out_to_have_changed_an_existing_customer()
    {
        _fixture.Provider.Answer(Failure, Requests.Post("/v1/customers"));
        _fixture.Provider.Answer(200, $$"""{"customer":{{Ada("fcus_1", "\"2020-01-01T00:00:00Z\"")}} }""", Requests.Post("/v1/customers"));

        BillingConflictException changed = await Should.ThrowAsync<BillingConflictException>(
            () => _fixture.Client.CreateAsync(FlexFixture.Ada, cancellationToken: None));

        changed.ExistingWasChanged.ShouldBeTrue();
        changed.ExistingId.ShouldBe("fcus_1");
        changed.Attempts.ShouldBe(2);
    }

    [Fact]
    public async Task Sent_again_and_refused_as_a_conflict_it_is_looked_up_by_email()
    {
        _fixture.Provider.Fault(SimulatedFault.ResetAfterCommit, Requests.Post("/v1/customers"));
        _fixture.Provider.Answer(409, """{"error":{"code":"duplicate"}}""", Requests.Post("/v1/customers"));

        Customer created = await _fixture.Client.CreateAsync(FlexFixture.Ada, cancellationToken: None);

        created.Id.ShouldBe(_fixture.Provider.Customers.ShouldHaveSingleItem().Id);
        _fixture.Provider.Requests[^1].Target.ShouldBe("/flex/v1/customers?email=ada%40example.com&limit=100");
    }

    [Theory]
    [InlineData("first_name", "Ada")]
    [InlineData("last_name", "Lovelace")]
    public async Task An_answer_that_has_only_one_of_the_two_names_is_about_the_customer_that_was_sent(string field, string name)
    {
        string customer = $$"""{"customer_id":"fcus_1","{{field}}":"{{name}}","email":"ada@example.com","created_at":"{{TimeProvider.System.GetUtcNow():yyyy-MM-ddTHH:mm:ssZ}}"}""";
        _fixture.Provider.Answer(200, $$"""{"customer":{{customer}} }""", Requests.Post("/v1/customers"));

        Customer created = await _fixture.Client.CreateAsync(FlexFixture.Ada, cancellationToken: None);

        created.Id.ShouldBe("fcus_1");
        created.Response!.Attempts.ShouldBe(1);
    }

    [Fact]
    public async Task If_no_attempt_gives_a_certain_answer_the_outcome_is_reported_as_unknown()
    {
        for (int attempt = 0; attempt < 4; attempt++)
        {
            _fixture.Provider.Answer(Failure, Requests.Post("/v1/customers"));
        }

        AmbiguousOutcomeException open = await IsOpenAsync(FlexFixture.Ada);

        open.IdempotencyKey.ShouldBe(Keys()[0]);
        open.InnerException.ShouldBeOfType<BillingProviderException>();
        Verbs().ShouldBe(["GET", "POST", "POST", "POST", "POST", "GET"], "The last look-up is not an attempt.");
    }

    [Theory]
    [InlineData("Lovelace", true)]
    [InlineData("Byron", false)]
    public async Task An_older_customer_that_the_last_look_finds_was_changed_if_it_is_as_sent(string lastName, bool wasChanged)
    {
        using FlexCustomerClient once = _fixture.CreateClient(static options => options.MaxAttempts = 1);
        _fixture.Provider.Answer(200, """{"customers":[]}""", Requests.Get("/v1/customers"));
        _fixture.Provider.Answer(Failure, Requests.Post("/v1/customers"));
        AnswerLookUp(Ada("fcus_1", "\"2020-01-01T00:00:00Z\"").Replace("Lovelace", lastName, StringComparison.Ordinal));

        Task<Customer> create = once.CreateAsync(FlexFixture.Ada, cancellationToken: None);

        if (wasChanged)
        {
            (await Should.ThrowAsync<BillingConflictException>(() => create)).ExistingWasChanged.ShouldBeTrue();
        }
        else
        {
            (await Should.ThrowAsync<AmbiguousOutcomeException>(() => create)).Found.ShouldBeNull();
        }
    }

    [Fact]
    public async Task Without_an_email_it_is_found_among_the_newest_by_what_was_sent()
    {
        await _fixture.Client.CreateAsync(FlexFixture.Ada, cancellationToken: None);
        await _fixture.Client.CreateAsync(Grace with { LastName = "Murray" }, cancellationToken: None);
        _fixture.LoseAnswerOfCreate(Failure);

        Customer created = await _fixture.Client.CreateAsync(Grace, cancellationToken: None);

        created.LastName.ShouldBe("Hopper");
        created.Response!.Attempts.ShouldBe(1);
        _fixture.Provider.Customers.Count.ShouldBe(3);
        _fixture.Provider.Requests[^1].Target.ShouldBe("/flex/v1/customers?limit=100");
    }

    [Fact]
    public async Task Without_an_email_it_is_looked_for_until_the_time_is_up_and_never_sent_again()
    {
        _fixture.Provider.Answer(Failure, Requests.Post("/v1/customers"));

        AmbiguousOutcomeException open = await IsOpenAsync(Grace);

        open.Found.ShouldBeNull();
        open.IdempotencyKey.ShouldBe(Keys()[0]);
        open.InnerException.ShouldBeOfType<BillingProviderException>();
        open.Attempts.ShouldBe(1);
        Verbs()[0].ShouldBe("POST");
        Verbs().Skip(1).Distinct().ShouldBe(["GET"]);
        Verbs().Length.ShouldBeGreaterThan(4, "Three seconds have room for more look-ups than there are attempts.");
        _fixture.Provider.Customers.ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_an_email_it_may_be_found_late()
    {
        _fixture.LoseAnswerOfCreate(Failure);
        AnswerLookUp();

        Customer created = await _fixture.Client.CreateAsync(Grace, cancellationToken: None);

        Verbs().ShouldBe(["POST", "POST", "GET", "GET"], "The second POST is the fixture's.");
        _fixture.Provider.Customers.ShouldHaveSingleItem();
    }

    public static TheoryData<string> OtherCustomers => new()
    {
        """{"customer_id":"fcus_1","first_name":"Grace","last_name":"Hopper","created_at":"2020-01-01T00:00:00Z"}""",
        """{"customer_id":"fcus_1","first_name":"Grace","last_name":"Murray","created_at":"2999-01-01T00:00:00Z"}""",
        """{"customer_id":"fcus_1","first_name":"Grace","last_name":"Hopper","email":"grace@example.com","created_at":"2999-01-01T00:00:00Z"}""",
    };

    [Theory]
    [MemberData(nameof(OtherCustomers))]
    public async Task Without_an_email_an_older_customer_or_one_with_other_fields_is_not_the_one(string other)
    {
        LoseCreateAndAnswerLookUps(other);

        (await IsOpenAsync(Grace)).Found.ShouldBeNull();
    }

    [Fact]
    public async Task Without_an_email_a_customer_whose_age_cannot_be_read_is_shown_and_not_returned()
    {
        LoseCreateAndAnswerLookUps("""{"customer_id":"fcus_1","first_name":"Grace","last_name":"Hopper","created_at":1781533800}""");

        (await IsOpenAsync(Grace)).Found!.Id.ShouldBe("fcus_1");
    }

    [Fact]
    public async Task Without_an_email_two_matching_customers_leave_the_outcome_unknown()
    {
        using FlexCustomerClient other = _fixture.CreateClient(static _ => { });
        await other.CreateAsync(Grace, cancellationToken: None);
        _fixture.LoseAnswerOfCreate(Failure);

        (await IsOpenAsync(Grace)).Found.ShouldBeNull();
    }

    [Fact]
    public async Task Without_an_email_the_customer_of_an_earlier_create_is_not_taken_for_this_ones()
    {
        Customer first = await _fixture.Client.CreateAsync(Grace, cancellationToken: None);
        _fixture.Provider.Answer(Failure, Requests.Post("/v1/customers"));

        (await IsOpenAsync(Grace)).Found.ShouldBeNull();

        _fixture.LoseAnswerOfCreate(Failure);
        Customer second = await _fixture.Client.CreateAsync(Grace, cancellationToken: None);
        _fixture.Provider.Customers.Select(static customer => customer.Id).ShouldBe([first.Id, second.Id]);
    }

    [Fact]
    public async Task Without_an_email_a_customer_that_was_found_once_is_not_found_for_another_create()
    {
        _fixture.LoseAnswerOfCreate(Failure);
        await _fixture.Client.CreateAsync(Grace, cancellationToken: None);
        _fixture.Provider.Answer(Failure, Requests.Post("/v1/customers"));

        (await IsOpenAsync(Grace)).Found.ShouldBeNull();
    }

    [Fact]
    public async Task Without_an_email_a_list_from_a_cache_does_not_set_the_clock_back()
    {
        DateTimeOffset then = TimeProvider.System.GetUtcNow().AddHours(-3);
        string stored = $$"""{"customers":[{"customer_id":"fcus_1","first_name":"Grace","last_name":"Hopper","created_at":"{{then:yyyy-MM-ddTHH:mm:ssZ}}"}]}""";
        _fixture.Provider.Answer(Failure, Requests.Post("/v1/customers"));
        _fixture.Provider.Answer(
            SimulatedAnswer.Json(200, stored).WithHeader("Date", then.ToString("R", CultureInfo.InvariantCulture)).WithHeader("Age", "10800"),
            Requests.Get("/v1/customers"));

        (await IsOpenAsync(Grace)).Found.ShouldBeNull();
    }

    [Fact]
    public async Task A_client_that_is_disposed_after_an_open_attempt_leaves_it_open()
    {
        FlexCustomerClient client = _fixture.CreateClient(static _ => { });
        _fixture.Provider.Answer(
            _ =>
            {
                client.Dispose();
                return Failure;
            },
            Requests.Post("/v1/customers"));

        AmbiguousOutcomeException open = await Should.ThrowAsync<AmbiguousOutcomeException>(() => client.CreateAsync(FlexFixture.Ada, cancellationToken: None));

        (open.InnerException is BillingException).ShouldBeTrue();
    }

    [Theory]
    [InlineData("2020-01-01T00:00:00Z", true)]
    [InlineData(null, false)]
    public async Task Without_an_email_a_full_page_is_enough_if_its_last_customer_is_older_than_the_call(string? lastCreatedAt, bool isSettled)
    {
        string now = $"{TimeProvider.System.GetUtcNow():yyyy-MM-ddTHH:mm:ssZ}";
        lastCreatedAt ??= now;
        string newest = $$"""{"customer_id":"fcus_new","first_name":"Grace","last_name":"Hopper","created_at":"{{now}}"}""";
        LoseCreateAndAnswerLookUps([newest, .. Enumerable.Range(0, 99).Select(i => Ada($"fcus_{i}", $"\"{lastCreatedAt}\""))]);

        if (isSettled)
        {
            (await _fixture.Client.CreateAsync(Grace, cancellationToken: None)).Id.ShouldBe("fcus_new");
        }
        else
        {
            (await IsOpenAsync(Grace)).Found.ShouldBeNull();
        }
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

        Customer created = await _fixture.Client.CreateAsync(Grace, cancellationToken: None);

        Verbs().ShouldBe(["POST", "POST", "GET", "GET"], "The second POST is the fixture's.");
        _fixture.Provider.Customers.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(409)]
    [InlineData(422)]
    public async Task A_refusal_is_a_refusal(int status)
    {
        _fixture.Provider.Answer(status, "{}", Requests.Post("/v1/customers"));

        BillingException error = await Should.ThrowAsync<BillingException>(() => _fixture.Client.CreateAsync(FlexFixture.Ada, cancellationToken: None));

        error.ShouldNotBeOfType<AmbiguousOutcomeException>();
        error.Attempts.ShouldBe(1);
    }

    [Fact]
    public async Task After_429_it_is_sent_again_with_the_same_key()
    {
        _fixture.Provider.Answer(429, """{"message":"Too Many Requests"}""", Requests.Post("/v1/customers"));

        Customer created = await _fixture.Client.CreateAsync(FlexFixture.Ada, cancellationToken: None);

        created.Response!.Attempts.ShouldBe(2);
        Keys().Distinct().Count().ShouldBe(1);
        Verbs().ShouldBe(["GET", "POST", "GET", "POST"], "A 429 proves that nothing happened, so the look comes first again.");
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
        _fixture.Provider.Answer(Failure, Requests.Post("/v1/customers"));
        await Should.ThrowAsync<AmbiguousOutcomeException>(() => client.CreateAsync(Grace, cancellationToken: None));

        options.ResendAmbiguousCreates = true;
        _fixture.Provider.Answer(Failure, Requests.Post("/v1/customers"));
        await client.CreateAsync(Grace, cancellationToken: None);

        Keys().Count.ShouldBe(3);
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

        await Should.ThrowAsync<AmbiguousOutcomeException>(() => client.CreateAsync(Grace, cancellationToken: None));

        Keys().Count.ShouldBe(1);
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

    private string[] Verbs() => [.. _fixture.Provider.Requests.Select(static request => request.Method)];

    /// <summary>The idempotency keys of the creates, in order.</summary>
    private List<string?> Keys() =>
        [.. _fixture.Provider.Requests.Where(static request => request.Method == "POST").Select(static request => request.Header("Idempotency-Key"))];

    private Task<AmbiguousOutcomeException> IsOpenAsync(CustomerCreate customer) =>
        Should.ThrowAsync<AmbiguousOutcomeException>(() => _fixture.Client.CreateAsync(customer, cancellationToken: None));

    private void AnswerLookUp(params string[] customers) =>
        _fixture.Provider.Answer(200, $$"""{"customers":[{{string.Join(',', customers)}}]}""", Requests.Get("/v1/customers"));

    private void LoseCreateAndAnswerLookUps(params string[] customers)
    {
        _fixture.Provider.Answer(Failure, Requests.Post("/v1/customers"));
        for (int look = 0; look < 100; look++)
        {
            AnswerLookUp(customers);
        }
    }
}
