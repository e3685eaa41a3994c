using BillingClients.Testing;
using Microsoft.Extensions.Time.Testing;

namespace BillingClients.Providers.Tests.Flex;

/// <summary>At Flex, a create with the e-mail address of a customer changes that customer: nobody is told that it was created.</summary>
public sealed class TakenEmailTests : IAsyncLifetime
{
    private const string Look = "/flex/v1/customers?email=ada%40example.com&limit=100";
    private const int Callers = 8;
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly FlexFixture _fixture = new();

    public ValueTask InitializeAsync() => _fixture.InitializeAsync();

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    [Fact]
    public async Task A_create_looks_for_the_email_first()
    {
        await _fixture.Client.CreateAsync(FlexFixture.Ada, cancellationToken: None);

        _fixture.Provider.Requests.Select(static request => request.Target).ShouldBe([Look, "/flex/v1/customers"]);
    }

    [Fact]
    public async Task If_a_customer_has_it_the_create_is_not_sent_and_the_exception_has_the_id()
    {
        Customer first = await _fixture.Client.CreateAsync(FlexFixture.Ada, cancellationToken: None);
        _fixture.Simulator.Journal.Clear();

        BillingConflictException conflict = await ConflictAsync(_fixture.Client, FlexFixture.Ada with { LastName = "King" });

        conflict.ExistingId.ShouldBe(first.Id);
        conflict.ExistingWasChanged.ShouldBeFalse();
        conflict.OutcomeUnknown.ShouldBeFalse();
        conflict.StatusCode.ShouldBeNull();
        conflict.Message.ShouldBe(
            "Flex: another customer has this Email, and a create would change that one. Update it (see ExistingId), or call GetOrCreateAsync. Nothing was created.");
        _fixture.Provider.Requests.ShouldHaveSingleItem().Target.ShouldBe(Look);
        (await _fixture.Client.GetAsync(CustomerKey.FromId(first.Id), cancellationToken: None)).LastName.ShouldBe("Lovelace");
    }

    [Theory]
    [InlineData("ada@example.com", "ADA@example.com")]
    [InlineData("zo\u00eb@example.com", "zoe\u0308@example.com")]
    public async Task An_email_that_differs_in_case_or_normal_form_is_taken_too(string sent, string stored)
    {
        _fixture.Provider.Answer(200, $$"""{"customers":[{"customer_id":"fcus_1","email":"{{stored}}"}]}""", Requests.Get("/v1/customers"));

        (await ConflictAsync(_fixture.Client, FlexFixture.Ada with { Email = sent })).ExistingId.ShouldBe("fcus_1");
    }

    [Fact]
    public async Task If_Flex_ignores_the_filter_the_look_reads_on_until_it_finds_the_email()
    {
        _fixture.Provider.Answer(200, PageOfOthers(1), Requests.Get("/v1/customers"));
        _fixture.Provider.Answer(200, PageOfOthers(2), Requests.Get("/v1/customers"));
        _fixture.Provider.Answer(200, """{"customers":[{"customer_id":"fcus_ada","email":"ada@example.com"}]}""", Requests.Get("/v1/customers"));

        (await ConflictAsync(_fixture.Client, FlexFixture.Ada)).ExistingId.ShouldBe("fcus_ada");

        _fixture.Provider.Requests.Select(static request => request.Target).ShouldBe([Look, $"{Look}&starting_after=fcus_1_100", $"{Look}&starting_after=fcus_2_100"]);
    }

    [Fact]
    public async Task The_look_does_not_read_more_than_ten_pages()
    {
        for (int page = 1; page <= 11; page++)
        {
            _fixture.Provider.Answer(200, PageOfOthers(page), Requests.Get("/v1/customers"));
        }

        await _fixture.Client.CreateAsync(FlexFixture.Ada, cancellationToken: None);

        _fixture.Provider.Requests.Select(static request => request.Method).ShouldBe([.. Enumerable.Repeat("GET", 10), "POST"]);
    }

    [Fact]
    public async Task If_Flex_ignores_the_filter_other_customers_do_not_count()
    {
        _fixture.Provider.Answer(200, """{"customers":[{"customer_id":"fcus_1","email":"other@example.com"}]}""", Requests.Get("/v1/customers"));

        await _fixture.Client.CreateAsync(FlexFixture.Ada, cancellationToken: None);

        _fixture.Provider.Customers.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_create_without_an_email_address_does_not_look_first()
    {
        await _fixture.Client.CreateAsync(FlexFixture.Ada with { Email = null }, cancellationToken: None);
        await _fixture.Client.CreateAsync(FlexFixture.Ada with { Email = null }, cancellationToken: None);

        _fixture.Provider.Requests.ShouldAllBe(static request => request.Method == "POST");
        _fixture.Provider.Customers.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData(500, "{}")]
    [InlineData(429, "{}")]
    [InlineData(200, "not JSON")]
    public async Task While_the_look_fails_the_create_is_not_sent(int status, string body)
    {
        _fixture.Provider.Answer(status, body, Requests.Get("/v1/customers"));

        await _fixture.Client.CreateAsync(FlexFixture.Ada, cancellationToken: None);

        _fixture.Provider.Requests.Select(static request => request.Method).ShouldBe(["GET", "GET", "POST"]);
    }

    [Fact]
    public async Task If_the_look_never_succeeds_the_create_is_known_not_to_have_happened()
    {
        for (int attempt = 0; attempt < 4; attempt++)
        {
            _fixture.Provider.Answer(500, "{}", Requests.Get("/v1/customers"));
        }

        BillingProviderException failure = await Should.ThrowAsync<BillingProviderException>(
            () => _fixture.Client.CreateAsync(FlexFixture.Ada, cancellationToken: None));

        failure.OutcomeUnknown.ShouldBeFalse();
        _fixture.Provider.Requests.ShouldAllBe(static request => request.Method == "GET");
    }

    [Fact]
    public async Task Without_the_look_the_existing_customer_is_changed_and_the_caller_is_told_so()
    {
        using FlexCustomerClient client = _fixture.CreateClient(static options => options.LookBeforeCreate = false);
        Customer first = await client.CreateAsync(FlexFixture.Ada, cancellationToken: None);

        BillingConflictException conflict = await ConflictAsync(client, FlexFixture.Ada with { LastName = "King" });

        conflict.ExistingId.ShouldBe(first.Id);
        conflict.ExistingWasChanged.ShouldBeTrue();
        conflict.OutcomeUnknown.ShouldBeFalse();
        conflict.Message.ShouldBe(
            "Flex: another customer had this Email already (see ExistingId). No customer was created, but that one was changed to what was sent. Read it, and update it"
            + " if it should be as it was before.");
        _fixture.Provider.Requests.ShouldAllBe(static request => request.Method == "POST");
        (await client.GetAsync(CustomerKey.FromId(first.Id), cancellationToken: None)).LastName.ShouldBe("King");
    }

    [Fact]
    public async Task Without_the_look_a_create_after_one_whose_outcome_stayed_unknown_is_unknown_too_because_its_customer_may_be_that_of_the_first()
    {
        using FlexCustomerClient client = _fixture.CreateClient(static options => (options.LookBeforeCreate, options.MaxAttempts) = (false, 1));
        _fixture.Provider.Fault(SimulatedFault.ResetAfterCommit, Requests.Post("/v1/customers"));
        _fixture.Provider.Fault(SimulatedFault.ErrorBeforeCommit(502), Requests.Get("/v1/customers"));
        await Should.ThrowAsync<AmbiguousOutcomeException>(() => client.CreateAsync(FlexFixture.Ada, cancellationToken: None));

        AmbiguousOutcomeException unknown = await Should.ThrowAsync<AmbiguousOutcomeException>(
            () => client.CreateAsync(FlexFixture.Ada with { LastName = "King" }, cancellationToken: None));
        await client.CreateAsync(FlexFixture.Ada with { Email = "charles@example.com" }, cancellationToken: None);

        unknown.Found.ShouldNotBeNull().Id.ShouldBe(_fixture.Provider.Customers[0].Id);
        unknown.Message.ShouldContain("it may have existed before the call");
    }

    [Fact]
    public async Task Without_the_look_a_create_that_was_given_up_in_the_queue_leaves_nothing_open()
    {
        using FlexCustomerClient client = _fixture.CreateClient(static options => options.LookBeforeCreate = false);
        _fixture.Provider.Fault(SimulatedFault.StallBeforeCommit, Requests.Post("/v1/customers"));
        Task<Customer> first = client.CreateAsync(FlexFixture.Ada, cancellationToken: None);
        await _fixture.Simulator.Faults.WhenStalledAsync(cancellationToken: TestContext.Current.CancellationToken);

        using CancellationTokenSource impatience = new();
        Task<Customer> second = client.CreateAsync(FlexFixture.Ada, cancellationToken: impatience.Token);
        await impatience.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => second);
        _fixture.Simulator.Faults.ReleaseStalls();

        (await first).Id.ShouldBe(_fixture.Provider.Customers.ShouldHaveSingleItem().Id);
    }

    [Fact]
    public async Task Without_the_look_a_create_is_unknown_until_the_customers_of_all_open_creates_before_it_can_be_told_by_their_age()
    {
        FakeTimeProvider clock = new(_fixture.Clock.GetUtcNow());
        using FlexCustomerClient client = _fixture.CreateClient(
            static options => (options.LookBeforeCreate, options.MaxAttempts, options.TotalTimeout) = (false, 1, TimeSpan.FromMinutes(2)), clock);
        await LoseAsync(client, SimulatedFault.ResetBeforeRead);
        clock.Advance(TimeSpan.FromMinutes(2));
        await LoseAsync(client, SimulatedFault.ResetAfterCommit);
        clock.Advance(TimeSpan.FromSeconds(31));

        await Should.ThrowAsync<AmbiguousOutcomeException>(() => client.CreateAsync(FlexFixture.Ada, cancellationToken: None));
    }

    [Fact]
    public async Task A_customer_that_this_client_made_is_told_as_changed_although_the_look_did_not_find_it()
    {
        Customer first = await _fixture.Client.CreateAsync(FlexFixture.Ada, cancellationToken: None);
        _fixture.Provider.Answer(200, AnswerAbout(first), Requests.Post("/v1/customers"));

        BillingConflictException conflict = await ConflictAsync(_fixture.Client, FlexFixture.Ada with { Email = "ADA@example.com" });

        conflict.ExistingWasChanged.ShouldBeTrue();
        conflict.ExistingId.ShouldBe(first.Id);
    }

    [Fact]
    public async Task A_customer_that_was_made_before_the_look_was_switched_off_is_told_as_changed()
    {
        FlexOptions options = new();
        using FlexCustomerClient client = _fixture.CreateClient(configured => options = configured);
        await client.CreateAsync(FlexFixture.Ada, cancellationToken: None);

        options.LookBeforeCreate = false;

        (await ConflictAsync(client, FlexFixture.Ada)).ExistingWasChanged.ShouldBeTrue();
    }

    [Fact]
    public async Task A_look_that_is_switched_on_while_the_create_is_sent_has_not_looked()
    {
        FlexOptions options = new();
        using FlexCustomerClient client = _fixture.CreateClient(configured => options = configured);
        options.LookBeforeCreate = false;
        Customer first = await client.CreateAsync(FlexFixture.Ada, cancellationToken: None);
        _fixture.Provider.Answer(
            _ =>
            {
                options.LookBeforeCreate = true;
                return SimulatedAnswer.Json(200, AnswerAbout(first));
            },
            Requests.Post("/v1/customers"));

        (await ConflictAsync(client, FlexFixture.Ada)).ExistingWasChanged.ShouldBeTrue();
    }

    [Fact]
    public async Task After_an_attempt_that_was_refused_the_message_does_not_say_that_the_call_sent_nothing()
    {
        _fixture.Provider.Answer(429, "{}", Requests.Post("/v1/customers"));
        _fixture.Provider.Answer(200, """{"customers":[]}""", Requests.Get("/v1/customers"));
        _fixture.Provider.Answer(200, """{"customers":[{"customer_id":"fcus_1","email":"ada@example.com"}]}""", Requests.Get("/v1/customers"));

        BillingConflictException conflict = await ConflictAsync(_fixture.Client, FlexFixture.Ada);

        conflict.Attempts.ShouldBe(2);
        conflict.Message.ShouldEndWith("Nothing was created.");
        conflict.Message.ShouldNotContain("sent");
    }

    [Fact]
    public async Task GetOrCreate_takes_nobody_else_when_the_filter_is_not_heeded()
    {
        _fixture.Provider.Answer(200, """{"customers":[{"customer_id":"fcus_1","email":"other@example.com"}]}""", Requests.Get("/v1/customers"));
        _fixture.Provider.Answer(200, """{"customers":[]}""", Requests.Get("/v1/customers"));

        Customer ada = await _fixture.Client.GetOrCreateAsync(FlexFixture.Ada, cancellationToken: None);

        ada.Email.ShouldBe("ada@example.com");
        ada.Id.ShouldBe(_fixture.Provider.Customers.ShouldHaveSingleItem().Id);
    }

    [Fact]
    public async Task An_answer_with_a_customer_older_than_the_call_means_that_it_was_changed()
    {
        _fixture.Provider.Answer(
            200, """{"customer":{"customer_id":"fcus_1","email":"ada@example.com","created_at":"2020-01-01T00:00:00Z"}}""", Requests.Post("/v1/customers"));

        BillingConflictException conflict = await ConflictAsync(_fixture.Client, FlexFixture.Ada);

        conflict.ExistingWasChanged.ShouldBeTrue();
        conflict.ExistingId.ShouldBe("fcus_1");
    }

    [Theory]
    [InlineData(-10)]
    [InlineData(10)]
    public async Task The_age_is_judged_by_the_providers_clock(int minutesAhead)
    {
        FakeTimeProvider clock = new(TimeProvider.System.GetUtcNow().AddMinutes(minutesAhead));
        await using ProviderSimulator simulator = await ProviderSimulator.StartAsync(new ProviderSimulatorOptions { TimeProvider = clock }, None);
        using FlexCustomerClient client = NewClient(simulator);

        await client.CreateAsync(FlexFixture.Ada, cancellationToken: None);
        clock.Advance(TimeSpan.FromMinutes(5));

        // Another client, so that nothing is remembered of the first create.
        using FlexCustomerClient other = NewClient(simulator);
        (await ConflictAsync(other, FlexFixture.Ada)).ExistingWasChanged.ShouldBeTrue();

        static FlexCustomerClient NewClient(ProviderSimulator simulator) => new FlexCustomerClient(new FlexOptions
        {
            ApiKey = simulator.Flex.ApiKey,
            BaseAddress = simulator.Flex.BaseAddress,
            LookBeforeCreate = false,
        });
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Of_creates_at_the_same_time_one_is_reported_as_created(bool looks)
    {
        using FlexCustomerClient client = _fixture.CreateClient(options => options.LookBeforeCreate = looks);

        Task<Customer>[] creates = [.. Enumerable.Range(0, Callers).Select(_ => Task.Run(() => client.CreateAsync(FlexFixture.Ada, cancellationToken: None)))];
        Exception?[] failures = await Task.WhenAll(creates.Select(static create => Record.ExceptionAsync(() => create).AsTask()));

        failures.Count(static failure => failure is null).ShouldBe(1);
        failures.OfType<BillingConflictException>().Count(conflict => conflict.ExistingWasChanged != looks).ShouldBe(Callers - 1);
        _fixture.Provider.Customers.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Only_creates_of_the_same_email_wait_for_each_other()
    {
        using ManualResetEventSlim answered = new();
        _fixture.Provider.Answer(
            _ =>
            {
                answered.Wait(None);
                return SimulatedAnswer.Json(400, "{}");
            },
            Requests.Post("/v1/customers"));
        Task<Customer> first = _fixture.Client.CreateAsync(FlexFixture.Ada, cancellationToken: None);
        while (_fixture.Provider.PendingScripts > 0)
        {
            await Task.Yield();
        }

        using CancellationTokenSource gaveUp = new();
        Task<Customer> second = _fixture.Client.CreateAsync(FlexFixture.Ada with { Email = "ADA@example.com" }, cancellationToken: gaveUp.Token);
        Customer other = await _fixture.Client.CreateAsync(FlexFixture.Ada with { Email = "grace@example.com" }, cancellationToken: None);
        gaveUp.Cancel();
        await Should.ThrowAsync<OperationCanceledException>(() => second);
        answered.Set();
        await Should.ThrowAsync<BillingValidationException>(() => first);
        Customer third = await _fixture.Client.CreateAsync(FlexFixture.Ada, cancellationToken: None);

        _fixture.Provider.Customers.Select(static customer => customer.Id).ShouldBe([other.Id, third.Id]);
    }

    [Fact]
    public async Task A_switch_of_the_look_while_a_call_runs_is_for_the_next_call()
    {
        FlexOptions options = null!;
        using FlexCustomerClient client = _fixture.CreateClient(made => options = made);
        await client.CreateAsync(FlexFixture.Ada, cancellationToken: None);
        _fixture.Provider.Answer(
            _ =>
            {
                options.LookBeforeCreate = false;
                return SimulatedAnswer.Json(429, "{}");
            },
            Requests.Get("/v1/customers"));

        (await ConflictAsync(client, FlexFixture.Ada)).ExistingWasChanged.ShouldBeFalse();
        _fixture.Simulator.Journal.Clear();
        await client.CreateAsync(FlexFixture.Ada with { Email = "grace@example.com" }, cancellationToken: None);
        _fixture.Provider.Requests.ShouldHaveSingleItem().Method.ShouldBe("POST");
    }

    [Fact]
    public void The_declared_effect_of_a_create_follows_the_options()
    {
        using FlexCustomerClient client = _fixture.CreateClient(static options => options.LookBeforeCreate = false);

        _fixture.Client.Provider.Capabilities.TakenKeyEffect.ShouldBe(TakenKeyEffect.Refuses);
        client.Provider.Capabilities.TakenKeyEffect.ShouldBe(TakenKeyEffect.ChangesExisting);
    }

    private static string PageOfOthers(int page)
    {
        IEnumerable<string> others = Enumerable.Range(1, 100).Select(i => $$"""{"customer_id":"fcus_{{page}}_{{i}}","email":"{{i}}.ada@example.com"}""");
        return $$"""{"customers":[{{string.Join(',', others)}}]}""";
    }

    private static string AnswerAbout(Customer customer) =>
        $$"""{"customer":{"customer_id":"{{customer.Id}}","email":"ada@example.com","created_at":"{{customer.CreatedAt:yyyy-MM-ddTHH:mm:ssZ}}"} }""";

    private async Task LoseAsync(FlexCustomerClient client, SimulatedFault fault)
    {
        _fixture.Provider.Fault(fault, Requests.Post("/v1/customers"));
        _fixture.Provider.Fault(SimulatedFault.ErrorBeforeCommit(502), Requests.Get("/v1/customers"));
        await Should.ThrowAsync<AmbiguousOutcomeException>(() => client.CreateAsync(FlexFixture.Ada, cancellationToken: None));
    }

    private static Task<BillingConflictException> ConflictAsync(FlexCustomerClient client, CustomerCreate customer) =>
        Should.ThrowAsync<BillingConflictException>(() => client.CreateAsync(customer, cancellationToken: None));
}
