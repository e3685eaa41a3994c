using BillingClients.Testing;
using Microsoft.Extensions.Time.Testing;

namespace BillingClients.Providers.Tests.Atlas;

/// <summary>A create whose answer was lost is sent again with the same key, and ends as one customer or as an error that says what is known.</summary>
public sealed class RecoveryTests : IAsyncLifetime
{
    private static readonly CancellationToken None = CancellationToken.None;

    private static readonly SimulatedAnswer Broken = SimulatedAnswer.Json(500, """{"error":{"code":"internal_error","message":"Internal server error"}}""");

    private static readonly SimulatedAnswer KeyWasUsed = SimulatedAnswer.Json(409, """{"error":{"type":"idempotency_error","message":"Used for another request"}}""");

    private readonly AtlasFixture _fixture = new();

    public static TheoryData<int, string> LostAnswers => new()
    {
        { 500, """{"error":{"code":"create_failed","message":"Failed to create customer"}}""" },
        { 502, "<html></html>" },
        { 201, "" },
        { 200, "null" },
        { 201, "{\"id\":\"cus_" },
        { 201, """{"email":"ada@example.com"}""" },
        { 200, """{"id":{}}""" },
    };

    public ValueTask InitializeAsync() => _fixture.InitializeAsync();

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    [Theory]
    [MemberData(nameof(LostAnswers))]
    public async Task The_customer_that_the_lost_create_made_is_the_result(int status, string body)
    {
        _fixture.CommitThenAnswer("POST", SimulatedAnswer.Json(status, body));

        Customer created = await _fixture.Client.CreateAsync(AtlasFixture.FullAda, cancellationToken: None);

        created.Id.ShouldBe(_fixture.Provider.Customers.ShouldHaveSingleItem().Id);
        created.ExternalId.ShouldBe("crm-1815");
        created.Response!.Attempts.ShouldBe(2);
        _fixture.Sent.ShouldBe(["POST /customers", "POST /customers", $"GET /customers/{created.Id}"]);
        KeysSent().Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public async Task Where_the_idempotency_key_is_read_the_first_answer_is_the_result()
    {
        _fixture.Provider.Dialect = AtlasDialect.Documentation;
        _fixture.CommitThenAnswer("POST", Broken);

        Customer created = await _fixture.Client.CreateAsync(AtlasFixture.Ada, cancellationToken: None);

        created.Id.ShouldBe(_fixture.Provider.Customers.ShouldHaveSingleItem().Id);
        _fixture.Sent.ShouldBe(["POST /customers", "POST /customers"]);
    }

    [Fact]
    public async Task A_create_that_did_not_take_effect_is_done_by_the_second_attempt()
    {
        _fixture.Provider.Answer(Broken);

        Customer created = await _fixture.Client.CreateAsync(AtlasFixture.Ada, cancellationToken: None);

        created.Id.ShouldBe(_fixture.Provider.Customers.ShouldHaveSingleItem().Id);
        _fixture.Sent.ShouldBe(["POST /customers", "POST /customers"]);
        KeysSent().Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public async Task A_customer_older_than_the_call_is_a_conflict()
    {
        FakeTimeProvider clock = new(TimeProvider.System.GetUtcNow().AddMinutes(-10));
        await using AtlasFixture past = new() { Clock = clock };
        await past.InitializeAsync();
        past.Send("POST", "/customers", """{"email":"ada@example.com","name":"Ada Lovelace","metadata":{"external_id":"crm-1815"}}""");
        clock.Advance(TimeSpan.FromMinutes(10));
        past.Provider.Answer(Broken);

        BillingConflictException conflict = await Should.ThrowAsync<BillingConflictException>(
            () => past.Client.CreateAsync(AtlasFixture.Ada, cancellationToken: None));

        conflict.ExistingId.ShouldBe(past.Provider.Customers.Single().Id);
        conflict.InnerException.ShouldBeOfType<BillingProviderException>();
    }

    [Fact]
    public async Task A_young_customer_with_other_fields_leaves_it_open()
    {
        _fixture.Send("POST", "/customers", """{"email":"ada@example.com","name":"Ada Byron"}""");
        _fixture.Provider.Answer(Broken);

        AmbiguousOutcomeException open = await CreateOpenAsync();

        open.Found!.Name.ShouldBe("Ada Byron");
        open.IdempotencyKey.ShouldBe(KeysSent().First());
        open.InnerException.ShouldBeOfType<BillingProviderException>();
    }

    [Fact]
    public async Task A_young_customer_without_a_date_leaves_it_open()
    {
        _fixture.CommitThenAnswer("POST", Broken);
        _fixture.Provider.Answer(
            200, """{"id":"x","email":"ada@example.com","name":"Ada Lovelace","metadata":{"external_id":"crm-1815"}}""", Requests.Get("/customers/*"));

        (await CreateOpenAsync()).Found!.Id.ShouldBe("x");
    }

    [Fact]
    public async Task A_customer_that_is_not_there_yet_when_it_is_read_is_read_again()
    {
        _fixture.CommitThenAnswer("POST", Broken);
        _fixture.Provider.Answer(404, """{"error":{"code":"not_found","message":"Customer not found"}}""", Requests.Get("/customers/*"));

        Customer created = await _fixture.Client.CreateAsync(AtlasFixture.Ada, cancellationToken: None);

        created.Id.ShouldBe(_fixture.Provider.Customers.ShouldHaveSingleItem().Id);
    }

    [Theory]
    [InlineData("")]
    [InlineData("""{"email":"ada@example.com"}""")]
    public async Task A_read_that_makes_no_sense_is_tried_again(string body)
    {
        _fixture.CommitThenAnswer("POST", Broken);
        _fixture.Provider.Answer(200, body, Requests.Get("/customers/*"));

        Customer created = await _fixture.Client.CreateAsync(AtlasFixture.Ada, cancellationToken: None);

        created.Response!.Attempts.ShouldBe(2, "A look-up is not an attempt.");
        _fixture.Provider.Customers.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_conflict_that_names_nobody_is_settled_by_the_email_address()
    {
        _fixture.CommitThenAnswer("POST", Broken);
        _fixture.Provider.Answer(400, """{"error":{"code":"customer_exists","message":"It exists"}}""", AtlasFixture.OfClient("POST"));

        Customer created = await _fixture.Client.CreateAsync(AtlasFixture.Ada, cancellationToken: None);

        created.Id.ShouldBe(_fixture.Provider.Customers.ShouldHaveSingleItem().Id);
        _fixture.Sent.ShouldBe(["POST /customers", "POST /customers", "GET /customers?offset=0&email=ada%40example.com"]);
    }

    [Fact]
    public async Task A_look_up_need_not_say_whether_there_are_more_customers()
    {
        string created = $"{TimeProvider.System.GetUtcNow().ToUnixTimeSeconds()}";
        _fixture.CommitThenAnswer("POST", Broken);
        _fixture.Provider.Answer(400, """{"error":{"code":"customer_exists","message":"It exists"}}""", AtlasFixture.OfClient("POST"));
        _fixture.Provider.Answer(200, $$"""{"data":[{"id":"cus_1","email":"ada@example.com","created":{{created}}}]}""", Requests.Get("/customers"));

        (await _fixture.Client.CreateAsync(new CustomerCreate { Email = "ada@example.com" }, cancellationToken: None)).Id.ShouldBe("cus_1");
    }

    [Fact]
    public async Task A_request_that_is_still_being_processed_is_waited_for()
    {
        _fixture.Provider.Answer(Broken);
        _fixture.Provider.Answer(409, """{"error":{"type":"idempotency_error","code":"idempotency_key_in_use"}}""", AtlasFixture.OfClient("POST"));

        Customer created = await _fixture.Client.CreateAsync(AtlasFixture.Ada, cancellationToken: None);

        created.Id.ShouldBe(_fixture.Provider.Customers.ShouldHaveSingleItem().Id);
        created.Response!.Attempts.ShouldBe(3);
    }

    [Fact]
    public async Task A_key_of_the_caller_that_was_used_before_is_a_conflict_and_nobody_is_looked_up()
    {
        _fixture.Provider.Answer(Broken);
        _fixture.Provider.Answer(KeyWasUsed, AtlasFixture.OfClient("POST"));

        BillingConflictException conflict = await Should.ThrowAsync<BillingConflictException>(
            () => _fixture.Client.CreateAsync(AtlasFixture.Ada, new CallOptions { IdempotencyKey = "order-1815" }, None));

        conflict.Reason.ShouldBe(ConflictReason.IdempotencyKeyReused);
        _fixture.Sent.ShouldBe(["POST /customers", "POST /customers"]);
    }

    [Fact]
    public async Task A_key_of_the_client_that_was_used_before_was_used_by_the_lost_attempt_whose_customer_is_looked_up()
    {
        _fixture.CommitThenAnswer("POST", Broken);
        _fixture.Provider.Answer(KeyWasUsed, AtlasFixture.OfClient("POST"));

        Customer created = await _fixture.Client.CreateAsync(AtlasFixture.Ada, cancellationToken: None);

        created.Id.ShouldBe(_fixture.Provider.Customers.ShouldHaveSingleItem().Id);
    }

    [Fact]
    public async Task Another_conflict_with_a_key_of_the_caller_is_looked_up()
    {
        _fixture.CommitThenAnswer("POST", Broken);

        Customer created = await _fixture.Client.CreateAsync(AtlasFixture.Ada, new CallOptions { IdempotencyKey = "order-1815" }, None);

        created.Id.ShouldBe(_fixture.Provider.Customers.ShouldHaveSingleItem().Id);
        _fixture.Sent.ShouldBe(["POST /customers", "POST /customers", $"GET /customers/{created.Id}"]);
    }

    [Fact]
    public async Task If_it_is_never_done_the_outcome_is_unknown()
    {
        using AtlasCustomerClient twice = _fixture.CreateClient(options => options.MaxAttempts = 2);
        for (int attempt = 0; attempt < 2; attempt++)
        {
            _fixture.Provider.Answer(409, """{"error":{"type":"idempotency_error","code":"idempotency_key_in_use"}}""", AtlasFixture.OfClient("POST"));
        }

        AmbiguousOutcomeException open = await Should.ThrowAsync<AmbiguousOutcomeException>(() => twice.CreateAsync(AtlasFixture.Ada, cancellationToken: None));

        open.ProviderCode.ShouldBe("idempotency_key_in_use");
        _fixture.Sent.Last().ShouldStartWith("GET /customers?");
    }

    /// <summary>A filter by e-mail address may be loose, and a read may be answered with somebody else.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Somebody_else_is_not_taken_for_the_customer_with_the_address(bool isNamed)
    {
        using AtlasCustomerClient once = _fixture.CreateClient(options => (options.MaxAttempts, options.TotalTimeout) = (isNamed ? 2 : 1, TimeSpan.FromMilliseconds(500)));
        const string Grace = """{"id":"x","email":"grace-ada@example.com","name":"Grace Hopper","created":1577836800}""";
        _fixture.CommitThenAnswer("POST", Broken);
        for (int look = 0; look < 20; look++)
        {
            _fixture.Provider.Answer(200, isNamed ? Grace : $$"""{"data":[{{Grace}}],"has_more":false,"total_count":1}""", Requests.Get(isNamed ? "/customers/*" : "/customers"));
        }

        AmbiguousOutcomeException open = await Should.ThrowAsync<AmbiguousOutcomeException>(() => once.CreateAsync(AtlasFixture.Ada, cancellationToken: None));

        open.Found.ShouldBeNull();
    }

    [Fact]
    public async Task When_the_attempts_are_used_up_it_stays_open()
    {
        using AtlasCustomerClient twice = _fixture.CreateClient(options => options.MaxAttempts = 2);
        _fixture.Provider.Answer(Broken);
        _fixture.Provider.Answer(Broken);

        AmbiguousOutcomeException open = await Should.ThrowAsync<AmbiguousOutcomeException>(
            () => twice.CreateAsync(AtlasFixture.Ada, new CallOptions { IdempotencyKey = "order-1815" }, None));

        open.IdempotencyKey.ShouldBe("order-1815");
        open.Attempts.ShouldBe(2);
        open.ProviderCode.ShouldBe("internal_error");
    }

    [Fact]
    public async Task Every_attempt_sends_the_same_when_the_callers_collections_change()
    {
        List<TaxId> taxIds = [new TaxId("eu_vat", "DE123456789")];
        Dictionary<string, string> metadata = new() { ["tier"] = "gold" };
        _fixture.Provider.Answer(
            _ =>
            {
                taxIds.Add(null!);
                metadata["tier"] = "silver";
                return Broken;
            },
            AtlasFixture.OfClient("POST"));

        await _fixture.Client.CreateAsync(AtlasFixture.Ada with { TaxIds = [.. taxIds], Metadata = metadata }, cancellationToken: None);

        _fixture.Provider.Requests.Select(request => request.BodyText).Distinct().ShouldHaveSingleItem().ShouldContain("gold");
    }

    [Fact]
    public async Task A_rate_limited_create_is_sent_again_without_a_look_up()
    {
        _fixture.Provider.Answer(429, """{"error":{"type":"rate_limit_error","message":"Too many requests"}}""");

        await _fixture.Client.CreateAsync(AtlasFixture.Ada, cancellationToken: None);

        _fixture.Sent.ShouldBe(["POST /customers", "POST /customers"]);
    }

    [Fact]
    public async Task An_update_whose_answer_was_lost_is_repeated()
    {
        Customer ada = await _fixture.Client.CreateAsync(AtlasFixture.Ada, cancellationToken: None);
        _fixture.CommitThenAnswer("PATCH", Broken);

        Customer updated = await _fixture.Client.UpdateAsync(
            CustomerKey.FromId(ada.Id), new CustomerUpdate { ExternalId = "crm-1843" }, cancellationToken: None);

        updated.ExternalId.ShouldBe("crm-1843");
        updated.Response!.Attempts.ShouldBe(2);
    }

    [Theory]
    [InlineData(500, "{}")]
    [InlineData(200, "<html></html>")]
    [InlineData(200, """{"deleted":false}""")]
    public async Task A_delete_whose_answer_was_lost_and_then_finds_nobody_has_worked(int status, string body)
    {
        Customer ada = await _fixture.Client.CreateAsync(AtlasFixture.Ada, cancellationToken: None);
        _fixture.CommitThenAnswer("DELETE", SimulatedAnswer.Json(status, body));

        await _fixture.Client.DeleteAsync(CustomerKey.FromId(ada.Id), cancellationToken: None);

        _fixture.Provider.Customers.ShouldBeEmpty();
        _fixture.Sent.Count(request => request.StartsWith("DELETE", StringComparison.Ordinal)).ShouldBe(2);
    }

    [Fact]
    public async Task A_delete_that_says_it_did_not_delete_fails()
    {
        using AtlasCustomerClient once = _fixture.CreateClient(options => options.MaxAttempts = 1);
        _fixture.Provider.Answer(200, """{"id":"cus_1815","object":"customer","deleted":false}""");

        UnreadableResponseException failure = await Should.ThrowAsync<UnreadableResponseException>(
            () => once.DeleteAsync(CustomerKey.FromId("cus_1815"), cancellationToken: None));

        failure.Field.ShouldBe("deleted");
    }

    [Fact]
    public async Task A_delete_that_says_nothing_is_taken_at_its_status()
    {
        _fixture.Provider.Answer(SimulatedAnswer.Empty(204));

        await _fixture.Client.DeleteAsync(CustomerKey.FromId("cus_1815"), cancellationToken: None);

        _fixture.Sent.ShouldBe(["DELETE /customers/cus_1815"]);
    }

    private Task<AmbiguousOutcomeException> CreateOpenAsync() =>
        Should.ThrowAsync<AmbiguousOutcomeException>(() => _fixture.Client.CreateAsync(AtlasFixture.Ada, cancellationToken: None));

    private IEnumerable<string?> KeysSent() =>
        _fixture.Provider.Requests.Where(AtlasFixture.OfClient("POST").Invoke).Select(request => request.Header("Idempotency-Key"));
}
