using BillingClients.Testing;
using Microsoft.Extensions.Time.Testing;

namespace BillingClients.Providers.Tests.RunOnAtlas;

/// <summary>A create whose answer was lost ends as one customer, or as an error that says that the outcome is open.</summary>
/// <remarks>Each lost answer is scripted, and so stores nothing; where it had stored something, the customer was created before.</remarks>
public sealed class RecoveryTests : IAsyncLifetime
{
    // By another client, because a client knows which customers it has created.
    private async Task<Customer> StoreAsync(CustomerCreate customer)
    {
        using RunOnAtlasCustomerClient other = _fixture.CreateClient(static _ => { });
        return await other.CreateAsync(customer, cancellationToken: None);
    }

    private static readonly CancellationToken None = CancellationToken.None;

    private readonly RunOnAtlasFixture _fixture = new();

    public static TheoryData<int, string> LostAnswers => new()
    {
        { 500, """{"message":"Internal server error"}""" },
        { 502, "<html>Bad Gateway</html>" },
        { 503, "" },
        { 504, "" },
        { 408, "" },
        { 200, "" },
        { 200, "It works!" },
        { 200, """{"externalId":"crm-1815"}""" },
    };

    public ValueTask InitializeAsync() => _fixture.InitializeAsync();

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    [Theory]
    [MemberData(nameof(LostAnswers))]
    public async Task Found_and_as_sent_it_is_the_result(int status, string body)
    {
        Customer stored = await StoreAsync(RunOnAtlasFixture.Ada);
        LoseNextCreate(status, body);

        Customer created = await CreateAsync(RunOnAtlasFixture.Ada);

        created.Id.ShouldBe(stored.Id);
        created.Response!.Attempts.ShouldBe(2);
        created.As<RunOnAtlasCustomer>()!.ActiveSubscriptions.ShouldHaveSingleItem();
        Verbs().ShouldBe(["POST", "POST", "GET"]);
    }

    [Theory]
    [MemberData(nameof(LostAnswers))]
    public async Task Not_found_it_is_sent_again(int status, string body)
    {
        LoseNextCreate(status, body);

        Customer created = await CreateAsync(RunOnAtlasFixture.Ada);

        created.ExternalId.ShouldBe("crm-1815");
        Verbs().ShouldBe(["POST", "GET", "POST"]);
        _fixture.Provider.Customers.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Found_with_other_fields_the_outcome_stays_open_and_the_customer_is_shown()
    {
        Customer stored = await StoreAsync(RunOnAtlasFixture.Ada with { Name = "Somebody Else" });
        LoseNextCreate(500, "");

        AmbiguousOutcomeException failure = await Should.ThrowAsync<AmbiguousOutcomeException>(CreateAsync(RunOnAtlasFixture.Ada));

        failure.Found!.Id.ShouldBe(stored.Id);
        failure.IdempotencyKey.ShouldBeNull();
        failure.OutcomeUnknown.ShouldBeTrue();
        failure.ToString().ShouldNotContain("ada@example.com");
        _fixture.Provider.Customers.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Found_and_older_than_the_call_it_is_a_conflict()
    {
        FakeTimeProvider clock = new(TimeProvider.System.GetUtcNow().AddMinutes(-10));
        await using RunOnAtlasFixture past = new() { Clock = clock };
        await past.InitializeAsync();
        Customer older = await past.Client.CreateAsync(RunOnAtlasFixture.Ada, cancellationToken: None);
        clock.Advance(TimeSpan.FromMinutes(10));
        past.Provider.Answer(500, "", Requests.Post(RunOnAtlasFixture.Customers));

        BillingConflictException conflict = await Should.ThrowAsync<BillingConflictException>(
            past.Client.CreateAsync(RunOnAtlasFixture.Ada, cancellationToken: None));

        conflict.ExistingId.ShouldBe(older.Id);
        past.Provider.Customers.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_conflict_of_the_second_sending_is_looked_up()
    {
        Customer stored = await StoreAsync(RunOnAtlasFixture.Ada);
        LoseNextCreate(500, "");
        _fixture.Provider.Answer(404, """{"message":"Customer not found"}""", Requests.Get(RunOnAtlasFixture.Expanded));

        Customer created = await CreateAsync(RunOnAtlasFixture.Ada);

        created.Id.ShouldBe(stored.Id);
        Verbs().ShouldBe(["POST", "POST", "GET", "POST", "GET"]);
    }

    [Fact]
    public async Task A_look_up_that_fails_is_tried_again_and_the_create_is_not_sent_meanwhile()
    {
        Customer stored = await StoreAsync(RunOnAtlasFixture.Ada);
        LoseNextCreate(500, "");
        _fixture.Provider.Answer(503, "", Requests.Get(RunOnAtlasFixture.Expanded));

        (await CreateAsync(RunOnAtlasFixture.Ada)).Id.ShouldBe(stored.Id);

        Verbs().ShouldBe(["POST", "POST", "GET", "GET"]);
    }

    [Fact]
    public async Task With_a_single_attempt_the_outcome_stays_open()
    {
        using RunOnAtlasCustomerClient client = _fixture.CreateClient(options => options.MaxAttempts = 1);
        LoseNextCreate(500, """{"message":"Internal server error"}""");

        AmbiguousOutcomeException failure = await Should.ThrowAsync<AmbiguousOutcomeException>(
            client.CreateAsync(RunOnAtlasFixture.Ada, cancellationToken: None));

        failure.Found.ShouldBeNull();
        failure.StatusCode.ShouldBe(500);
        failure.ProviderMessage.ShouldBe("Internal server error");
    }

    [Theory]
    [InlineData("null")]
    [InlineData("""{"externalId":"crm-1815"}""")]
    public async Task A_look_up_without_an_id_leaves_the_outcome_open(string found)
    {
        using RunOnAtlasCustomerClient client = _fixture.CreateClient(options => options.MaxAttempts = 2);
        LoseNextCreate(500, "");
        _fixture.Provider.Answer(200, found, Requests.Get(RunOnAtlasFixture.Expanded));

        AmbiguousOutcomeException failure = await Should.ThrowAsync<AmbiguousOutcomeException>(
            client.CreateAsync(RunOnAtlasFixture.Ada, cancellationToken: None));

        failure.InnerException.ShouldBeOfType<UnreadableResponseException>();
        _fixture.Provider.Requests.Count(request => request.Method == "POST").ShouldBe(1);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(500)]
    public async Task An_update_is_tried_again_from_its_read(int status)
    {
        await CreateAsync(RunOnAtlasFixture.Ada);
        _fixture.Provider.Answer(status, "", Requests.Post(RunOnAtlasFixture.Upsert));

        Customer updated = await _fixture.Client.UpdateAsync(RunOnAtlasFixture.AdaKey, new CustomerUpdate { Name = "Ada King" }, cancellationToken: None);

        updated.Name.ShouldBe("Ada King");
        Verbs().ShouldBe(["POST", "GET", "POST", "GET", "POST"]);
    }

    private Task<Customer> CreateAsync(CustomerCreate customer) => _fixture.Client.CreateAsync(customer, cancellationToken: None);

    private void LoseNextCreate(int status, string body) => _fixture.Provider.Answer(status, body, Requests.Post(RunOnAtlasFixture.Customers));

    private IEnumerable<string> Verbs() => _fixture.Provider.Requests.Select(request => request.Method);
}
