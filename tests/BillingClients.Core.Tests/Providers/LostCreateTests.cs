using BillingClients.Providers;

namespace BillingClients.Core.Tests.Providers;

/// <summary>What the client does after a create whose answer is lost, and what it tells.</summary>
public sealed class LostCreateTests
{
    private static readonly CustomerCreate Ada = new() { ExternalId = "crm-1815", Email = "ada@example.com", Name = "Ada Lovelace" };
    private static readonly CallOptions SignUp = new() { IdempotencyKey = "signup" };
    private static readonly Func<string?, IReadOnlyList<Customer>?> Nobody = static _ => [];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task With_a_unique_key_a_customer_that_is_found_as_sent_is_the_result()
    {
        using FunctionClient client = Losing(UniqueKey.ExternalId);
        client.OnLookUp.Enqueue(_ => [client.Answer(Ada)]);

        Customer created = await client.CreateAsync(Ada, cancellationToken: Token);

        created.Id.ShouldBe("cust_1");
        created.Response!.Attempts.ShouldBe(2);
        client.Creates.ShouldBe(1);
    }

    [Fact]
    public async Task With_a_unique_key_it_is_sent_again_if_nobody_is_found()
    {
        using FunctionClient client = Losing(UniqueKey.ExternalId);
        client.OnCreate.Enqueue(sent => client.Answer(sent));
        client.OnLookUp.Enqueue(static _ => throw new BillingNotFoundException("Nobody.", new() { Provider = "own" }));

        await client.CreateAsync(Ada, cancellationToken: Token);

        client.Creates.ShouldBe(2);
        client.LookUps.ShouldBe(1);
    }

    [Fact]
    public async Task A_customer_that_has_not_the_key_that_was_sent_does_not_count()
    {
        using FunctionClient client = Losing(UniqueKey.ExternalId);
        client.OnCreate.Enqueue(sent => client.Answer(sent));
        client.OnLookUp.Enqueue(_ => [client.Answer(Ada with { ExternalId = "crm-1906" }), client.Answer(Ada with { ExternalId = null })]);

        await client.CreateAsync(Ada, cancellationToken: Token);

        client.Creates.ShouldBe(2);
    }

    [Fact]
    public async Task A_customer_that_has_another_email_does_not_count_where_emails_are_unique()
    {
        using FunctionClient client = Losing(UniqueKey.Email, CreateRecoveryMode.LookUpThenSendAgain);
        client.OnCreate.Enqueue(sent => client.Answer(sent));
        client.OnLookUp.Enqueue(_ => [client.Answer(Ada with { Email = "grace@example.com" }), client.Answer(Ada with { Email = null })]);

        await client.CreateAsync(Ada, cancellationToken: Token);

        client.Creates.ShouldBe(2);
    }

    [Fact]
    public async Task An_email_may_be_found_in_another_case()
    {
        using FunctionClient client = Losing(UniqueKey.Email, CreateRecoveryMode.LookUpThenSendAgain);
        client.OnLookUp.Enqueue(_ => [client.Answer(Ada with { Email = "ADA@example.com" })]);

        await client.CreateAsync(Ada, cancellationToken: Token);

        client.Creates.ShouldBe(1);
    }

    [Fact]
    public async Task After_a_conflict_the_customer_that_it_names_is_looked_for_until_it_is_seen()
    {
        List<string?> ids = [];
        using FunctionClient client = Losing(UniqueKey.ExternalId);
        client.OnCreate.Enqueue(static _ => FunctionClient.Conflict(existingId: "cust_1"));
        client.OnLookUp.Enqueue(Nobody);
        client.OnLookUp.Enqueue(Nobody);
        client.OnLookUp.Enqueue(Nobody);
        client.OnLookUp.Enqueue(id =>
        {
            ids.Add(id);
            return [client.Answer(Ada)];
        });

        Customer created = await client.CreateAsync(Ada, cancellationToken: Token);

        created.Id.ShouldBe("cust_1");
        ids.ShouldBe(["cust_1"]);
        client.Creates.ShouldBe(2);
        client.LookUps.ShouldBe(4);
    }

    [Fact]
    public async Task An_older_customer_with_the_key_is_a_conflict()
    {
        using FunctionClient client = Losing(UniqueKey.ExternalId);
        client.OnLookUp.Enqueue(_ => [client.Answer(Ada, createdAt: FunctionClient.Old)]);

        BillingConflictException conflict = await Should.ThrowAsync<BillingConflictException>(() => client.CreateAsync(Ada, cancellationToken: Token));

        conflict.ExistingId.ShouldBe("cust_1");
        conflict.Reason.ShouldBe(ConflictReason.KeyTaken);
        conflict.ExistingWasChanged.ShouldBeFalse();
        client.Creates.ShouldBe(1);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_customer_of_an_earlier_call_is_a_conflict_unless_both_calls_have_the_same_idempotency_key(bool hasKey)
    {
        CallOptions? options = hasKey ? SignUp : null;
        using FunctionClient client = new(UniqueKey.ExternalId);
        client.OnCreate.Enqueue(sent => client.Answer(sent));
        client.OnCreate.Enqueue(static _ => FunctionClient.Lose());
        client.OnLookUp.Enqueue(_ => [client.Answer(Ada)]);
        await client.CreateAsync(Ada, options, Token);

        Task<Customer> again = client.CreateAsync(Ada, options, Token);

        if (hasKey)
        {
            (await again).Id.ShouldBe("cust_1");
        }
        else
        {
            (await Should.ThrowAsync<BillingConflictException>(() => again)).ExistingId.ShouldBe("cust_1");
        }

        client.Creates.ShouldBe(2);
    }

    [Fact]
    public async Task A_new_customer_with_other_fields_leaves_the_outcome_unknown()
    {
        using FunctionClient client = Losing(UniqueKey.ExternalId);
        client.Differing = ["Name"];
        client.OnLookUp.Enqueue(_ => [client.Answer(Ada)]);

        (await UnknownAsync(client)).Found!.Id.ShouldBe("cust_1");
    }

    [Fact]
    public async Task With_an_idempotency_key_it_is_sent_again_without_a_look()
    {
        using FunctionClient client = Losing(UniqueKey.Email, CreateRecoveryMode.SendAgain);
        client.OnCreate.Enqueue(sent => client.Answer(sent));

        await client.CreateAsync(Ada, cancellationToken: Token);

        client.Creates.ShouldBe(2);
        client.LookUps.ShouldBe(0);
    }

    [Fact]
    public async Task An_answer_to_the_second_create_about_another_customer_is_not_a_result()
    {
        using FunctionClient client = Losing(UniqueKey.Email, CreateRecoveryMode.SendAgain);
        client.OnCreate.Enqueue(sent => client.Answer(sent with { Email = "grace@example.com" }));
        client.OnLookUp.Enqueue(Nobody);

        (await UnknownAsync(client)).Found.ShouldBeNull();
    }

    [Theory]
    [InlineData(ConflictReason.IdempotencyKeyReused, true, true)]
    [InlineData(ConflictReason.IdempotencyKeyReused, false, false)]
    [InlineData(ConflictReason.KeyTaken, true, false)]
    public async Task A_conflict_about_the_callers_own_idempotency_key_is_final(ConflictReason reason, bool hasKey, bool isFinal)
    {
        using FunctionClient client = Losing(UniqueKey.Email, CreateRecoveryMode.SendAgain);
        client.OnCreate.Enqueue(_ => FunctionClient.Conflict(reason));
        client.OnLookUp.Enqueue(_ => [client.Answer(Ada)]);

        Task<Customer> create = client.CreateAsync(Ada, hasKey ? SignUp : null, Token);

        if (isFinal)
        {
            (await Should.ThrowAsync<BillingConflictException>(() => create)).Reason.ShouldBe(reason);
        }
        else
        {
            (await create).Id.ShouldBe("cust_1");
        }
    }

    [Fact]
    public async Task Without_a_unique_key_it_is_looked_for_until_the_time_is_up_and_never_sent_again()
    {
        using FunctionClient client = Losing(UniqueKey.None);
        client.OnLookUp.Enqueue(Nobody);

        (await UnknownAsync(client)).Found.ShouldBeNull();

        client.Creates.ShouldBe(1);
        client.LookUps.ShouldBe(30);
    }

    [Fact]
    public async Task If_there_is_nothing_to_look_up_by_it_is_asked_once()
    {
        using FunctionClient client = Losing(UniqueKey.None);
        client.OnLookUp.Enqueue(static _ => null);

        await UnknownAsync(client);

        client.LookUps.ShouldBe(1);
    }

    [Fact]
    public async Task A_create_without_its_unique_key_is_not_sent_again_either()
    {
        using FunctionClient client = Losing(UniqueKey.ExternalId);
        client.OnLookUp.Enqueue(static _ => null);

        await Should.ThrowAsync<AmbiguousOutcomeException>(() => client.CreateAsync(Ada with { ExternalId = null }, cancellationToken: Token));

        client.Creates.ShouldBe(1);
    }

    [Fact]
    public async Task Without_a_unique_key_older_customers_and_those_of_other_creates_do_not_count()
    {
        using FunctionClient client = new();
        client.OnCreate.Enqueue(sent => client.Answer(sent));
        client.OnCreate.Enqueue(static _ => FunctionClient.Lose());
        client.OnLookUp.Enqueue(_ => [client.Answer(Ada), client.Answer(Ada, "cust_0", FunctionClient.Old)]);
        client.OnLookUp.Enqueue(_ => [client.Answer(Ada), client.Answer(Ada, "cust_2")]);
        await client.CreateAsync(Ada, cancellationToken: Token);

        Customer created = await client.CreateAsync(Ada, cancellationToken: Token);

        created.Id.ShouldBe("cust_2");
        client.LookUps.ShouldBe(2);
    }

    [Fact]
    public async Task One_customer_is_not_the_result_of_two_lost_creates()
    {
        using FunctionClient client = Losing(UniqueKey.None);
        client.OnLookUp.Enqueue(_ => [client.Answer(Ada)]);
        await client.CreateAsync(Ada, cancellationToken: Token);

        (await UnknownAsync(client)).Found.ShouldBeNull();
    }

    [Theory]
    [InlineData(UniqueKey.ExternalId)]
    [InlineData(UniqueKey.None)]
    public async Task An_answer_about_another_customer_is_looked_up(UniqueKey unique)
    {
        using FunctionClient client = new(unique);
        client.OnCreate.Enqueue(sent => client.Answer(sent with { Name = "Grace Hopper" }, "cust_9"));
        client.OnLookUp.Enqueue(Nobody);

        // The write was not sent over a connection, so that nothing is open.
        UnreadableResponseException failure = await Should.ThrowAsync<UnreadableResponseException>(() => client.CreateAsync(Ada, cancellationToken: Token));

        failure.Field.ShouldBe("Name");
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task An_answer_about_an_older_customer_shows_that_the_callers_idempotency_key_was_used_before(bool hasKey, bool isOlder)
    {
        using FunctionClient client = new(UniqueKey.Email);
        client.OnCreate.Enqueue(sent => client.Answer(sent with { Name = "Grace Hopper" }, "cust_9", isOlder ? FunctionClient.Old : null));

        BillingException failure = await Should.ThrowAsync<BillingException>(() => client.CreateAsync(Ada, hasKey ? SignUp : null, Token));

        (failure is BillingConflictException { Reason: ConflictReason.IdempotencyKeyReused, ExistingId: "cust_9" }).ShouldBe(hasKey && isOlder);
    }

    [Fact]
    public async Task An_answer_about_a_customer_of_an_earlier_call_shows_it_too()
    {
        using FunctionClient client = new(UniqueKey.Email);
        client.OnCreate.Enqueue(sent => client.Answer(sent));
        await client.CreateAsync(Ada with { Name = "Grace Hopper" }, SignUp, Token);
        client.OnCreate.Enqueue(sent => client.Answer(sent with { Name = "Grace Hopper" }));
        client.OnCreate.Dequeue();

        (await Should.ThrowAsync<BillingConflictException>(() => client.CreateAsync(Ada, SignUp, Token))).Reason.ShouldBe(ConflictReason.IdempotencyKeyReused);
    }

    /// <summary>At Flowglad, archived customers do not reserve their external id.</summary>
    [Fact]
    public async Task If_the_key_is_not_reserved_an_older_customer_that_has_it_does_not_count()
    {
        using FunctionClient client = Losing(UniqueKey.ExternalId, CreateRecoveryMode.LookUpOnly);
        client.OnLookUp.Enqueue(_ => [client.Answer(Ada, createdAt: FunctionClient.Old)]);

        (await UnknownAsync(client)).Found.ShouldBeNull();

        client.Creates.ShouldBe(1);
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, true)]
    public async Task The_providers_clock_is_read_when_ages_matter(bool hasKey, bool readsClock)
    {
        using FunctionClient client = new(UniqueKey.ExternalId);
        client.OnCreate.Enqueue(sent => client.Answer(sent));

        await client.CreateAsync(Ada, hasKey ? SignUp : null, Token);

        client.ReadsClock.ShouldBe(readsClock);
    }

    [Fact]
    public async Task A_look_up_reads_the_providers_clock()
    {
        using FunctionClient client = Losing(UniqueKey.ExternalId);
        client.OnLookUp.Enqueue(_ => [client.Answer(Ada)]);

        await client.CreateAsync(Ada, cancellationToken: Token);

        client.ReadsClock.ShouldBeTrue();
    }

    [Fact]
    public async Task A_create_that_is_cancelled_already_is_not_sent()
    {
        using FunctionClient client = Losing(UniqueKey.ExternalId);

        await Should.ThrowAsync<OperationCanceledException>(() => client.CreateAsync(Ada, cancellationToken: new CancellationToken(canceled: true)));

        client.Creates.ShouldBe(0);
    }

    private static FunctionClient Losing(UniqueKey unique, CreateRecoveryMode? mode = null)
    {
        FunctionClient client = new(unique) { Mode = mode };
        client.OnCreate.Enqueue(static _ => FunctionClient.Lose());
        return client;
    }

    private static Task<AmbiguousOutcomeException> UnknownAsync(FunctionClient client) =>
        Should.ThrowAsync<AmbiguousOutcomeException>(() => client.CreateAsync(Ada, cancellationToken: Token));
}
