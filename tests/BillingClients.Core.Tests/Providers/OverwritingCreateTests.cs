using BillingClients.Core.Tests.Pipeline;
using BillingClients.Providers;

namespace BillingClients.Core.Tests.Providers;

/// <summary>At a provider whose create changes the customer that has the unique key, nobody is changed unnoticed.</summary>
public sealed class OverwritingCreateTests
{
    private static readonly CustomerCreate Ada = new() { Email = "ada@example.com", Name = "Ada Lovelace" };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task If_somebody_has_the_key_nothing_is_sent()
    {
        using FunctionClient client = Overwriting();
        client.Holder = client.Answer(Ada);

        BillingConflictException conflict = await ConflictAsync(client);

        conflict.ExistingWasChanged.ShouldBeFalse();
        client.Creates.ShouldBe(0);
    }

    [Fact]
    public async Task If_nobody_has_it_the_create_is_sent()
    {
        using FunctionClient client = Overwriting();
        client.OnCreate.Enqueue(sent => client.Answer(sent));

        await client.CreateAsync(Ada, cancellationToken: Token);

        (client.LooksBefore, client.Creates).ShouldBe((1, 1));
        client.ReadsClock.ShouldBeTrue();
    }

    [Fact]
    public async Task A_client_that_declares_that_it_changes_existing_customers_does_not_look()
    {
        using FunctionClient client = Overwriting(TakenKeyEffect.ChangesExisting);
        client.Holder = client.Answer(Ada);
        client.OnCreate.Enqueue(sent => client.Answer(sent));

        await client.CreateAsync(Ada, cancellationToken: Token);

        client.LooksBefore.ShouldBe(0);
    }

    [Fact]
    public async Task Without_a_key_it_does_not_look()
    {
        using FunctionClient client = new(UniqueKey.Email) { Mode = CreateRecoveryMode.SendAgain };
        client.OnCreate.Enqueue(sent => client.Answer(sent));

        await client.CreateAsync(Ada, cancellationToken: Token);

        client.LooksBefore.ShouldBe(0);
    }

    [Fact]
    public async Task After_a_lost_answer_it_does_not_look_because_it_may_find_what_it_made_itself()
    {
        using FunctionClient client = Overwriting();
        client.OnCreate.Enqueue(_ =>
        {
            client.Holder = client.Answer(Ada);
            return FunctionClient.Lose();
        });
        client.OnCreate.Enqueue(sent => client.Answer(sent));

        Customer created = await client.CreateAsync(Ada, cancellationToken: Token);

        created.Id.ShouldBe("cust_1");
        (client.LooksBefore, client.Creates).ShouldBe((1, 2));
    }

    [Fact]
    public async Task An_answer_with_an_older_customer_says_that_it_was_changed()
    {
        using FunctionClient client = Overwriting();
        client.OnCreate.Enqueue(sent => client.Answer(sent, createdAt: FunctionClient.Old));

        BillingConflictException conflict = await ConflictAsync(client);

        conflict.ExistingWasChanged.ShouldBeTrue();
        conflict.ExistingId.ShouldBe("cust_1");
    }

    [Fact]
    public async Task After_a_lost_answer_too_and_then_nothing_more_is_looked_up()
    {
        using FunctionClient client = Overwriting();
        client.OnCreate.Enqueue(static _ => FunctionClient.Lose());
        client.OnCreate.Enqueue(sent => client.Answer(sent, createdAt: FunctionClient.Old));

        (await ConflictAsync(client)).ExistingWasChanged.ShouldBeTrue();

        client.LookUps.ShouldBe(0);
    }

    [Fact]
    public async Task An_answer_with_a_customer_of_an_earlier_call_says_so_however_young_it_is()
    {
        using FunctionClient client = Overwriting();
        client.OnCreate.Enqueue(sent => client.Answer(sent));
        await client.CreateAsync(Ada, cancellationToken: Token);

        (await ConflictAsync(client)).ExistingWasChanged.ShouldBeTrue();
    }

    [Fact]
    public async Task A_customer_without_a_time_stamp_is_created_if_no_answer_was_lost()
    {
        using FunctionClient client = Overwriting();
        client.OnCreate.Enqueue(sent => client.Answer(sent) with { CreatedAt = null });

        (await client.CreateAsync(Ada, cancellationToken: Token)).Id.ShouldBe("cust_1");
    }

    [Fact]
    public async Task A_customer_without_a_time_stamp_may_have_been_there_if_an_answer_was_lost()
    {
        using FunctionClient client = Overwriting();
        client.OnCreate.Enqueue(static _ => FunctionClient.Lose());
        client.OnCreate.Enqueue(sent => client.Answer(sent) with { CreatedAt = null });

        AmbiguousOutcomeException open = await UnknownAsync(client);

        open.Found!.Id.ShouldBe("cust_1");
        open.Message.ShouldContain("it may have existed before the call");
    }

    [Fact]
    public async Task An_older_customer_that_the_last_look_finds_as_sent_was_changed()
    {
        using FunctionClient client = Overwriting();
        client.OnCreate.Enqueue(static _ => FunctionClient.Lose());
        client.OnLookUp.Enqueue(_ => [client.Answer(Ada, createdAt: FunctionClient.Old)]);

        (await ConflictAsync(client)).ExistingWasChanged.ShouldBeTrue();
    }

    [Fact]
    public async Task An_older_customer_that_it_finds_otherwise_may_be_changed_later()
    {
        using FunctionClient client = Overwriting();
        client.Differing = ["Name"];
        client.OnCreate.Enqueue(static _ => FunctionClient.Lose());
        client.OnLookUp.Enqueue(_ => [client.Answer(Ada, createdAt: FunctionClient.Old)]);

        (await UnknownAsync(client)).Found.ShouldBeNull();
    }

    [Fact]
    public async Task After_a_create_whose_outcome_stayed_unknown_a_young_customer_may_be_its_own()
    {
        using FunctionClient client = Overwriting(TakenKeyEffect.ChangesExisting);
        client.OnCreate.Enqueue(static _ => FunctionClient.Lose());
        client.OnLookUp.Enqueue(static _ => []);
        await UnknownAsync(client);

        client.OnLookUp.Enqueue(_ => [client.Answer(Ada)]);
        client.OnLookUp.Dequeue();
        AmbiguousOutcomeException open = await UnknownAsync(client);
        open.Found!.Id.ShouldBe("cust_1");
        open.Message.ShouldContain("it may have existed before the call");

        client.OnCreate.Enqueue(sent => client.Answer(sent));
        client.OnCreate.Dequeue();
        (await UnknownAsync(client)).Found!.Id.ShouldBe("cust_1");
    }

    [Fact]
    public async Task After_a_create_that_was_cancelled_while_it_was_sent_too()
    {
        using FunctionClient client = Overwriting(TakenKeyEffect.ChangesExisting);
        using CancellationTokenSource stop = new();
        client.OnCreate.Enqueue(_ =>
        {
            stop.Cancel();
            throw new OperationCanceledException(stop.Token);
        });
        await Should.ThrowAsync<OperationCanceledException>(() => client.CreateAsync(Ada, cancellationToken: stop.Token));
        client.OnCreate.Enqueue(sent => client.Answer(sent));
        client.OnCreate.Dequeue();

        (await UnknownAsync(client)).Found!.Id.ShouldBe("cust_1");
    }

    [Fact]
    public async Task After_a_create_that_was_refused_or_not_sent_a_young_customer_is_the_new_one()
    {
        using FunctionClient client = Overwriting(TakenKeyEffect.ChangesExisting);
        client.OnCreate.Enqueue(static _ => throw LoneCall.Failed(400));
        client.OnCreate.Enqueue(sent => client.Answer(sent));
        await Should.ThrowAsync<BillingProviderException>(() => client.CreateAsync(Ada, cancellationToken: Token));
        await Should.ThrowAsync<OperationCanceledException>(() => client.CreateAsync(Ada, cancellationToken: new CancellationToken(canceled: true)));

        (await client.CreateAsync(Ada, cancellationToken: Token)).Id.ShouldBe("cust_1");
    }

    [Fact]
    public async Task A_second_create_of_the_key_waits_for_the_first_one_unless_it_is_of_another_tenant()
    {
        using FunctionClient client = Overwriting();
        Task<Customer>? second = null;
        Task<Customer>? ofAnotherTenant = null;
        client.OnCreate.Enqueue(sent =>
        {
            second = client.CreateAsync(Ada, cancellationToken: Token);
            ofAnotherTenant = client.CreateAsync(Ada, new CallOptions { ApiKey = "tenant" }, Token);
            ofAnotherTenant.IsCompletedSuccessfully.ShouldBeTrue();
            second.IsCompleted.ShouldBeFalse();
            return client.Answer(sent);
        });
        client.OnCreate.Enqueue(sent => client.Answer(sent, "cust_2"));
        client.OnCreate.Enqueue(sent => client.Answer(sent, "cust_3"));

        await client.CreateAsync(Ada, cancellationToken: Token);

        (await ofAnotherTenant!).Id.ShouldBe("cust_2");
        (await second!).Id.ShouldBe("cust_3");
    }

    private static FunctionClient Overwriting(TakenKeyEffect effect = TakenKeyEffect.Refuses) =>
        new(UniqueKey.Email, takenKey: effect) { OverwrittenKey = "ada@example.com", Mode = CreateRecoveryMode.SendAgain };

    private static Task<BillingConflictException> ConflictAsync(FunctionClient client) =>
        Should.ThrowAsync<BillingConflictException>(() => client.CreateAsync(Ada, cancellationToken: Token));

    private static Task<AmbiguousOutcomeException> UnknownAsync(FunctionClient client) =>
        Should.ThrowAsync<AmbiguousOutcomeException>(() => client.CreateAsync(Ada, cancellationToken: Token));
}
