namespace BillingClients.Testing.Tests;

/// <summary>The fake's exceptions read like a real client's: what failed, what it means, whether a write took effect.</summary>
public sealed class FakeMessageTests
{
    private static readonly CustomerCreate Ada = new() { ExternalId = "crm-1815", Name = "Ada Lovelace" };

    private static readonly CustomerKey Key = CustomerKey.FromExternalId("crm-1815");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> EndsLikeARealOne =>
    [
        "create, wrong key", "create, rate limit", "create, key taken", "get, not found", "update, not found", "update, rate limit", "update, failure",
        "delete, failure", "get, failure", "list, rate limit", "create, no connection", "delete, no connection",
    ];

    [Theory]
    [MemberData(nameof(EndsLikeARealOne))]
    public async Task It_says_the_same_about_the_effect_as_the_real_client(string what)
    {
        (string operation, string failure) = (what.Split(", ")[0], what.Split(", ")[1]);
        using FakeCustomerClient fake = new(FlexpriceCustomerClient.Descriptor);
        await using ProviderSimulator simulator = await ProviderSimulator.StartAsync(cancellationToken: Token);
        using FlexpriceCustomerClient real = new(new FlexpriceOptions
        {
            ApiKey = simulator.Flexprice.ApiKey,
            BaseAddress = simulator.Flexprice.BaseAddress,
            MaxAttempts = 1,
        });
        if (failure != "not found")
        {
            await fake.CreateAsync(Ada, cancellationToken: Token);
            await real.CreateAsync(Ada, cancellationToken: Token);
        }

        await ArrangeAsync(operation, failure, fake, simulator);

        BillingException fromFake = await FailureOf(fake, operation);
        BillingException fromReal = await FailureOf(real, operation);

        fromFake.GetType().ShouldBe(fromReal.GetType());
        Effect(fromFake).ShouldBe(Effect(fromReal));
        (fromFake.IsTransient, fromFake.OutcomeUnknown, fromFake.StatusCode).ShouldBe((fromReal.IsTransient, fromReal.OutcomeUnknown, fromReal.StatusCode));
    }

    [Fact]
    public async Task It_says_what_failed_what_it_means_and_what_to_do()
    {
        using FakeCustomerClient fake = new(FlexpriceCustomerClient.Descriptor);
        fake.OnCall = static (call, _) => throw call.RateLimited(TimeSpan.FromSeconds(2));

        (await FailureOf(fake, "create")).Message.ShouldBe(
            "Flexprice: the request to create the customer failed (HTTP 429): too many requests; Flexprice asks to wait 2 s. Nothing was created. You can try again.");

        fake.OnCall = static (call, _) => throw call.ProviderFailure();
        (await FailureOf(fake, "update")).Message.ShouldBe(
            "Flexprice: the request to update the customer failed (HTTP 503): an error on Flexprice's side; see ProviderMessage. It is unknown whether the customer was"
            + " changed. Read the customer, then decide whether to update it again.");

        fake.OnCall = static (call, _) => throw call.TimedOut(TimeSpan.FromSeconds(1.5));
        (await FailureOf(fake, "list")).Message.ShouldBe(
            "Flexprice: the request to list customers failed: the time limit of the whole call, 1.5 s, has expired. Raise it if Flexprice needs longer.");
    }

    [Fact]
    public async Task An_open_create_says_where_to_look()
    {
        using FakeCustomerClient fake = new();
        Customer found = await fake.CreateAsync(Ada, cancellationToken: Token);
        fake.OnCall = static (call, _) => throw call.Ambiguous();
        CallOptions keyed = new() { IdempotencyKey = "order-7" };

        AmbiguousOutcomeException open = await Should.ThrowAsync<AmbiguousOutcomeException>(() => fake.CreateAsync(Ada, keyed, Token));
        fake.OnCall = (call, _) => throw call.Ambiguous(found);
        BillingException clue = await FailureOf(fake, "create");

        open.Message.ShouldBe(
            "The fake: the request to create the customer was sent, and its answer was lost. It is unknown whether the customer was created. Look for the customer before"
            + " you create it again. To send it again, use the same IdempotencyKey.");
        clue.Message.ShouldEndWith("but its fields differ from what was sent. Read Found before you create it again.");
    }

    [Fact]
    public async Task A_create_that_changed_another_customer_says_so()
    {
        using FakeCustomerClient fake = new(FakeCustomerClient.Everything with { UniqueKey = UniqueKey.Email, TakenKeyEffect = TakenKeyEffect.ChangesExisting });
        CustomerCreate grace = new() { Name = "Grace Hopper", Email = "grace@example.com" };
        await fake.CreateAsync(grace, cancellationToken: Token);

        BillingConflictException conflict = await Should.ThrowAsync<BillingConflictException>(() => fake.CreateAsync(grace, cancellationToken: Token));

        conflict.Message.ShouldBe(
            "The fake: another customer had this Email already (see ExistingId). No customer was created, but that one was changed to what was sent. Read it, and update it"
            + " if it should be as it was before.");
    }

    private static async Task ArrangeAsync(string operation, string failure, FakeCustomerClient fake, ProviderSimulator simulator)
    {
        FlexpriceSimulation flexprice = simulator.Flexprice;
        switch (failure)
        {
            case "wrong key":
                fake.OnCall = static (call, _) => throw call.NotAuthenticated();
                flexprice.RevokeKey(flexprice.ApiKey);
                break;
            case "rate limit":
                fake.OnCall = static (call, _) => throw call.RateLimited(TimeSpan.FromSeconds(2));
                flexprice.Fault(SimulatedFault.TooManyRequests(TimeSpan.FromSeconds(2)));
                break;
            case "failure":
                fake.OnCall = static (call, _) => throw call.ProviderFailure();
                flexprice.Fault(SimulatedFault.ErrorBeforeCommit(503), operation switch
                {
                    "update" => Requests.Put("/customers"),
                    "delete" => Requests.Delete("/customers/*"),
                    _ => Requests.Get("/customers/external/*"),
                });
                break;
            case "no connection":
                fake.OnCall = static (call, _) => throw call.NoConnection();
                await simulator.DisposeAsync();
                break;
        }
    }

    private static Task<BillingException> FailureOf(ICustomerClient client, string operation) => Should.ThrowAsync<BillingException>(() => operation switch
    {
        "create" => client.CreateAsync(Ada, cancellationToken: Token),
        "get" => client.GetAsync(Key, cancellationToken: Token),
        "update" => client.UpdateAsync(Key, new CustomerUpdate { Name = "Ada King" }, cancellationToken: Token),
        "delete" => client.DeleteAsync(Key, cancellationToken: Token),
        _ => client.ListPageAsync(new CustomerListRequest(), cancellationToken: Token),
    });

    private static string Effect(BillingException failure)
    {
        int start = Math.Max(failure.Message.IndexOf(" Nothing was ", StringComparison.Ordinal), failure.Message.IndexOf(" It is unknown ", StringComparison.Ordinal));
        return start < 0 ? "" : failure.Message[start..];
    }
}
