using BillingClients.Testing;
using Microsoft.Extensions.Time.Testing;

namespace BillingClients.Providers.Tests.Flowglad;

/// <summary>A create whose answer is lost ends as one customer, or as an error that says that it is not known; an update and a delete are repeated.</summary>
public sealed class RecoveryTests : FlowgladTest
{
    private const string Customers = "/api/v1/customers";
    private const string AdaPath = "/api/v1/customers/crm-1815";

    private static readonly SimulatedAnswer ServerError = SimulatedAnswer.Json(500, """{"error":"Internal server error"}""");

    public static TheoryData<SimulatedAnswer> LostAnswers => new()
    {
        ServerError,
        SimulatedAnswer.Html(502, "<html>Bad Gateway</html>"),
        SimulatedAnswer.Text(504, ""),
        SimulatedAnswer.Empty(200),
        SimulatedAnswer.Json(200, "{\"data\":{\"customer\":{\"id\":"),
        SimulatedAnswer.Json(200, "{\"data\":{}}"),
        SimulatedAnswer.Html(200, "<html>Maintenance</html>"),
    };

    private static CustomerCreate Full => FlowgladFixture.Ada with
    {
        ProviderFields = [new FlowgladCustomerFields { Domain = "example.com", UserId = null, LogoUrl = "https://example.com/l.png" }],
    };

    [Theory]
    [MemberData(nameof(LostAnswers))]
    public async Task A_create_whose_answer_is_lost_finds_the_customer_that_it_made(SimulatedAnswer answer)
    {
        Fixture.LoseAnswer(answer, Requests.Post(Customers));

        Customer created = await Client.CreateAsync(Full, cancellationToken: None);

        created.Id.ShouldBe(Fixture.Provider.Customers.ShouldHaveSingleItem().Id);
        created.Response!.Attempts.ShouldBe(2);
        Fixture.Sent.Select(request => request.Method).ShouldBe(["POST", "GET"]);
        Fixture.Sent[^1].Path.ShouldBe(AdaPath);
    }

    [Theory]
    [MemberData(nameof(LostAnswers))]
    public async Task A_create_that_did_not_take_effect_is_sent_again(SimulatedAnswer answer)
    {
        Fixture.Provider.Answer(answer, Requests.Post(Customers));

        Customer created = await Client.CreateAsync(Full, cancellationToken: None);

        created.Id.ShouldBe(Fixture.Provider.Customers.ShouldHaveSingleItem().Id);
        Fixture.Sent.Select(request => request.Method).ShouldBe(["POST", "GET", "POST"]);
    }

    [Fact]
    public async Task A_customer_that_is_older_than_the_call_is_a_conflict()
    {
        FakeTimeProvider clock = new(TimeProvider.System.GetUtcNow().AddMinutes(-10));
        await using FlowgladFixture past = new() { Clock = clock };
        await past.InitializeAsync();
        Customer older = await past.Client.CreateAsync(FlowgladFixture.Ada, cancellationToken: None);
        clock.Advance(TimeSpan.FromMinutes(10));
        past.Provider.Answer(ServerError, Requests.Post(Customers));

        BillingConflictException failure = await Should.ThrowAsync<BillingConflictException>(
            () => past.Client.CreateAsync(FlowgladFixture.Ada, cancellationToken: None));

        failure.ExistingId.ShouldBe(older.Id);
    }

    [Fact]
    public async Task A_young_customer_with_other_fields_leaves_the_outcome_open()
    {
        Fixture.LoseAnswer(ServerError, Requests.Post(Customers), static body => body.Replace("example.com\"", "example.net\"", StringComparison.Ordinal));

        AmbiguousOutcomeException failure = await Should.ThrowAsync<AmbiguousOutcomeException>(() => Client.CreateAsync(Full, cancellationToken: None));

        failure.Found!.Id.ShouldBe(Fixture.Provider.Customers.ShouldHaveSingleItem().Id);
        failure.IdempotencyKey.ShouldBeNull();
        failure.InnerException.ShouldBeOfType<BillingProviderException>();
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public async Task While_a_replica_lags_behind_a_conflict_it_is_looked_up_again(int looksInVain)
    {
        Fixture.LoseAnswer(ServerError, Requests.Post(Customers));
        LookUpsSeeNobody(looksInVain);

        Customer created = await Client.CreateAsync(Full, cancellationToken: None);

        created.Id.ShouldBe(Fixture.Provider.Customers.ShouldHaveSingleItem().Id);
    }

    [Fact]
    public async Task After_a_conflict_a_customer_that_is_never_found_is_not_reported_as_not_created()
    {
        Fixture.LoseAnswer(ServerError, Requests.Post(Customers));
        LookUpsSeeNobody(100);
        using FlowgladCustomerClient hurried = Fixture.CreateHurriedClient();

        AmbiguousOutcomeException failure = await Should.ThrowAsync<AmbiguousOutcomeException>(() => hurried.CreateAsync(Full, cancellationToken: None));

        failure.OutcomeUnknown.ShouldBeTrue();
        Fixture.Sent.Count(static request => request.Method == "POST").ShouldBe(2, "After a conflict the create is not sent again.");
        Fixture.Provider.Customers.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_conflict_when_sent_again_means_looking_up_again()
    {
        Fixture.Provider.Answer(ServerError, Requests.Post(Customers));
        Fixture.Provider.Answer(
            request =>
            {
                Fixture.Send("POST", Customers, """{"customer":{"email":"ada@example.com","name":"Ada Lovelace","externalId":"crm-1815"}}""").ShouldBe(200);
                return SimulatedAnswer.Json(404, """{"error":"Customer with externalId crm-1815 not found","code":"NOT_FOUND"}""");
            },
            Requests.Get(AdaPath));

        Customer created = await Client.CreateAsync(FlowgladFixture.Ada, cancellationToken: None);

        created.Id.ShouldBe(Fixture.Provider.Customers.ShouldHaveSingleItem().Id);
        Fixture.Sent.Select(request => (request.Method, request.Status)).ShouldBe([("POST", 500), ("GET", 404), ("POST", 409), ("GET", 200)]);
    }

    [Fact]
    public async Task A_catalog_that_the_server_drops_does_not_stand_in_the_way()
    {
        Fixture.LoseAnswer(ServerError, Requests.Post(Customers));

        CustomerCreate customer = FlowgladFixture.Ada with { ProviderFields = [new FlowgladCustomerFields { CatalogId = "catalog_1" }] };
        Customer created = await Client.CreateAsync(customer, cancellationToken: None);

        created.As<FlowgladCustomer>()!.PricingModelId.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("catalog_1", true)]
    [InlineData("catalog_2", false)]
    public async Task A_catalog_that_an_older_server_returns_is_compared(string stored, bool isSame)
    {
        Fixture.Provider.ResponseShape = FlowgladResponseShape.Older;
        Fixture.LoseAnswer(ServerError, Requests.Post(Customers), body => body.Replace("catalog_1", stored, StringComparison.Ordinal));
        CustomerCreate customer = FlowgladFixture.Ada with { ProviderFields = [new FlowgladCustomerFields { CatalogId = "catalog_1" }] };

        Task<Customer> create = Client.CreateAsync(customer, cancellationToken: None);

        if (isSame)
        {
            (await create).As<FlowgladCustomer>()!.CatalogId.ShouldBe("catalog_1");
        }
        else
        {
            await Should.ThrowAsync<AmbiguousOutcomeException>(() => create);
        }
    }

    [Fact]
    public async Task A_customer_that_is_created_archived_is_never_sent_twice()
    {
        Fixture.LoseAnswer(ServerError, Requests.Post(Customers));
        CustomerCreate customer = FlowgladFixture.Ada with { ProviderFields = [new FlowgladCustomerFields { Archived = true }] };

        AmbiguousOutcomeException failure = await Should.ThrowAsync<AmbiguousOutcomeException>(() => Client.CreateAsync(customer, cancellationToken: None));

        failure.Found.ShouldBeNull();
        Fixture.Provider.Customers.ShouldHaveSingleItem().IsArchived.ShouldBeTrue();
        Fixture.Sent.Count(request => request.Method == "POST").ShouldBe(1);
    }

    [Fact]
    public async Task A_customer_that_cannot_be_looked_up_is_not_waited_for()
    {
        OnlyShortTimers clock = new(limit: TimeSpan.FromSeconds(1), TimeProvider.System.GetUtcNow());
        DateTimeOffset start = clock.GetUtcNow();
        using FlowgladCustomerClient client = Fixture.CreateClient(static options => options.RetryMaxDelay = TimeSpan.FromSeconds(1), clock);
        Fixture.LoseAnswer(ServerError, Requests.Post(Customers));
        CustomerCreate customer = FlowgladFixture.Ada with { ProviderFields = [new FlowgladCustomerFields { Archived = true }] };

        await Should.ThrowAsync<AmbiguousOutcomeException>(() => client.CreateAsync(customer, cancellationToken: None));

        (clock.GetUtcNow() - start).ShouldBeLessThan(TimeSpan.FromSeconds(2));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("")]
    [InlineData("not JSON")]
    public async Task A_look_up_that_cannot_be_read_leaves_the_outcome_open(string body)
    {
        Fixture.LoseAnswer(ServerError, Requests.Post(Customers));
        for (int i = 0; i < 4; i++)
        {
            Fixture.Provider.Answer(200, body, Requests.Get(AdaPath));
        }

        await Should.ThrowAsync<AmbiguousOutcomeException>(() => Client.CreateAsync(FlowgladFixture.Ada, cancellationToken: None));

        Fixture.Sent.Select(request => request.Method).ShouldBe(["POST", "GET", "GET", "GET", "GET"], "The last look-up is not an attempt.");
    }

    [Fact]
    public async Task A_conflict_at_the_first_attempt_is_a_conflict_even_when_the_customer_is_the_same()
    {
        Fixture.Send("POST", Customers, """{"customer":{"email":"ada@example.com","name":"Ada Lovelace","externalId":"crm-1815"}}""").ShouldBe(200);

        await Should.ThrowAsync<BillingConflictException>(() => Client.CreateAsync(FlowgladFixture.Ada, cancellationToken: None));

        Fixture.Sent.ShouldHaveSingleItem().Method.ShouldBe("POST");
    }

    [Fact]
    public async Task An_update_whose_answer_is_lost_is_sent_again()
    {
        await Client.CreateAsync(FlowgladFixture.Ada, cancellationToken: None);
        Fixture.LoseAnswer(ServerError, Requests.Put(AdaPath));

        Customer updated = await Client.UpdateAsync(FlowgladFixture.AdaKey, new CustomerUpdate { Name = "Ada King" }, cancellationToken: None);

        updated.Name.ShouldBe("Ada King");
        updated.Response!.Attempts.ShouldBe(2);
    }

    [Fact]
    public async Task A_delete_whose_answer_is_lost_is_sent_again_and_succeeds()
    {
        await Client.CreateAsync(FlowgladFixture.Ada, cancellationToken: None);
        Fixture.LoseAnswer(ServerError, Requests.Post(AdaPath + "/archive"));

        await Client.DeleteAsync(FlowgladFixture.AdaKey, cancellationToken: None);

        Fixture.Provider.Customers.ShouldHaveSingleItem().IsArchived.ShouldBeTrue();
        Fixture.Sent.Count(request => request.Path.EndsWith("/archive", StringComparison.Ordinal)).ShouldBe(2);
    }

    [Fact]
    public async Task A_repeated_delete_that_finds_nothing_has_worked()
    {
        Fixture.Provider.Answer(ServerError, Requests.Post(AdaPath + "/archive"));

        await Client.DeleteAsync(FlowgladFixture.AdaKey, cancellationToken: None);

        Fixture.Sent.Select(request => request.Status).ShouldBe([500, 404]);
    }

    private void LookUpsSeeNobody(int times)
    {
        for (int time = 0; time < times; time++)
        {
            Fixture.Provider.Answer(404, """{"error":"Customer with externalId crm-1815 not found","code":"NOT_FOUND"}""", Requests.Get(AdaPath));
        }
    }
}
