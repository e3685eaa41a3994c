using BillingClients.Testing;

namespace BillingClients.Providers.Tests.All;

/// <summary>An answer about another customer than the one that was asked for or sent is never returned, and nothing is changed because of it.</summary>
public sealed class AboutAnotherTests
{
    private const string Other = """, "email":"grace@example.com" """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string, CustomerKeyKind> Keys => KeysWhere(static (can, kind) => can.Get.For(kind) != Support.Unsupported);

    public static TheoryData<string, CustomerKeyKind> UpdateKeys =>
        KeysWhere(static (can, kind) => can.Get.For(kind) != Support.Unsupported && can.Update.For(kind) != Support.Unsupported);

    public static TheoryData<string> ByExternalId =>
    [
        .. AnswerShape.All.Select(static shape => shape.Provider)
            .Where(static provider => DiscoveredProvider.Called(provider).Descriptor.Capabilities.Get.ByExternalId != Support.Unsupported),
    ];

    [Theory]
    [MemberData(nameof(Keys))]
    public async Task A_get_that_is_answered_with_another_customer_is_refused(string provider, CustomerKeyKind kind)
    {
        await using Bench bench = await Bench.StartAsync(provider, static options => options.MaxAttempts = 1);
        AnswerShape shape = AnswerShape.Of(provider);
        bench.Provider.Answer(200, shape.Single(shape.Customer("other-id")));

        UnreadableResponseException refused = await Should.ThrowAsync<UnreadableResponseException>(() => bench.Client.GetAsync(KeyOf(kind), cancellationToken: Token));

        refused.Message.ShouldContain($"its {kind} is not the one that was asked for");
        refused.Field.ShouldBe(kind.ToString());
        refused.Message.ShouldNotContain("wanted");
        refused.Message.ShouldNotContain("other-id");
    }

    [Theory]
    [MemberData(nameof(UpdateKeys))]
    public async Task An_update_that_reads_or_is_answered_with_another_customer_is_refused(string provider, CustomerKeyKind kind)
    {
        await using Bench bench = await Bench.StartAsync(provider, static options => options.MaxAttempts = 1);
        AnswerShape shape = AnswerShape.Of(provider);
        bench.Provider.Answer(200, shape.Single(shape.Customer("other-id")));

        UnreadableResponseException refused = await Should.ThrowAsync<UnreadableResponseException>(
            () => bench.Client.UpdateAsync(KeyOf(kind), new CustomerUpdate { Name = "Ada King" }, cancellationToken: Token));

        refused.OutcomeUnknown.ShouldBe(bench.Provider.Requests[0].Method != "GET", "A read before the update has changed nothing.");
        bench.Provider.Requests.ShouldHaveSingleItem();
    }

    [Theory]
    [MemberData(nameof(ByExternalId))]
    public async Task An_answer_to_a_get_by_external_id_that_has_none_is_refused(string provider)
    {
        await using Bench bench = await Bench.StartAsync(provider, static options => options.MaxAttempts = 1);
        bench.Provider.Answer(200, WithoutExternalId(provider));
        bench.Provider.Answer(200, WithoutExternalId(provider));

        UnreadableResponseException refused = await Should.ThrowAsync<UnreadableResponseException>(
            () => bench.Client.GetAsync(KeyOf(CustomerKeyKind.ExternalId), cancellationToken: Token));
        await Should.ThrowAsync<UnreadableResponseException>(() => bench.Client.GetOrCreateAsync(ProviderCase.Ada, cancellationToken: Token));

        refused.Message.ShouldContain("it does not say which customer it is about");
        refused.Field.ShouldBe("ExternalId");
        bench.Provider.Customers.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(ByExternalId))]
    public async Task An_answer_to_an_update_by_external_id_that_has_none_is_refused(string provider)
    {
        await using Bench bench = await Bench.StartAsync(provider, static options => options.MaxAttempts = 1);
        bench.Provider.Answer(200, WithoutExternalId(provider));

        UnreadableResponseException refused = await Should.ThrowAsync<UnreadableResponseException>(
            () => bench.Client.UpdateAsync(KeyOf(CustomerKeyKind.ExternalId), new CustomerUpdate { Name = "Ada King" }, cancellationToken: Token));

        refused.OutcomeUnknown.ShouldBe(bench.Provider.Requests.ShouldHaveSingleItem().Method != "GET", "A read before the update has changed nothing.");
    }

    [Fact]
    public async Task An_answer_to_an_update_that_changes_the_external_id_need_not_have_the_one_that_was_asked_for()
    {
        await using Bench bench = await Bench.StartAsync("flexprice", static options => options.MaxAttempts = 1);
        bench.Provider.Answer(200, WithoutExternalId("flexprice"));

        Customer updated = await bench.Client.UpdateAsync(
            KeyOf(CustomerKeyKind.ExternalId), new CustomerUpdate { ExternalId = "crm-1843" }, cancellationToken: Token);

        updated.Id.ShouldBe("other-id");
    }

    [Theory]
    [MemberData(nameof(ByExternalId))]
    public async Task A_look_up_after_a_lost_create_that_is_answered_without_an_external_id_settles_nothing(string provider)
    {
        await using Bench bench = await Bench.StartAsync(provider);
        bench.Provider.CommitThenAnswer(SimulatedAnswer.Html(502, "<html>"));
        bench.Provider.Answer(200, WithoutExternalId(provider), static request => request.Method == "GET");

        Customer created = await bench.Client.CreateAsync(ProviderCase.Ada, cancellationToken: Token);

        created.Id.ShouldBe(bench.Provider.Customers.ShouldHaveSingleItem().Id);
        bench.Provider.Requests.Count(BehindTheScenes.IsCreate).ShouldBe(1);
    }

    [Theory]
    [InlineData("atlas")]
    [InlineData("flex")]
    public async Task Metadata_of_another_customer_is_not_written_to_this_one(string provider)
    {
        await using Bench bench = await Bench.StartAsync(provider, static options => options.MaxAttempts = 1);
        AnswerShape shape = AnswerShape.Of(provider);
        bench.Provider.Answer(200, shape.Single(shape.Customer("other-id", "metadata", """{"tier":"gold"}""")));

        await Should.ThrowAsync<UnreadableResponseException>(
            () => bench.Client.UpdateAsync(KeyOf(CustomerKeyKind.Id), new CustomerUpdate { ExternalId = "crm-1843" }, cancellationToken: Token));

        bench.Provider.Requests.ShouldHaveSingleItem().Method.ShouldBe("GET");
    }

    [Fact]
    public async Task Flexprice_deletes_nobody_else_when_the_look_up_is_answered_with_another_customer()
    {
        await using Bench bench = await Bench.StartAsync("flexprice", static options => options.MaxAttempts = 1);
        AnswerShape shape = AnswerShape.Of("flexprice");
        bench.Provider.Answer(200, shape.Customer("other-id"));

        await Should.ThrowAsync<UnreadableResponseException>(() => bench.Client.DeleteAsync(KeyOf(CustomerKeyKind.ExternalId), cancellationToken: Token));

        bench.Provider.Requests.ShouldHaveSingleItem().Method.ShouldBe("GET");
    }

    [Theory]
    [MemberData(nameof(AnswerShape.Providers), MemberType = typeof(AnswerShape))]
    public async Task A_create_that_is_answered_with_another_customer_is_looked_up(string provider)
    {
        await using Bench bench = await Bench.StartAsync(provider, static options => options.MaxAttempts = 1);
        bench.Provider.CommitThenAnswer(AboutGrace(provider));

        Customer created = await bench.Client.CreateAsync(ProviderCase.Ada, cancellationToken: Token);

        created.Id.ShouldBe(bench.Provider.Customers.ShouldHaveSingleItem().Id);
    }

    [Theory]
    [MemberData(nameof(AnswerShape.Providers), MemberType = typeof(AnswerShape))]
    public async Task The_outcome_of_a_create_is_unknown_if_the_look_up_finds_nobody(string provider)
    {
        await using Bench bench = await Bench.StartAsync(provider, static options => options.MaxAttempts = 1);
        bench.Provider.Answer(AboutGrace(provider), BehindTheScenes.IsCreate);

        await Should.ThrowAsync<AmbiguousOutcomeException>(() => bench.Client.CreateAsync(ProviderCase.Ada, cancellationToken: Token));
    }

    [Theory]
    [InlineData("flex")]
    [InlineData("atlas")]
    public async Task With_an_idempotency_key_that_was_used_before_it_is_a_conflict_that_says_so(string provider)
    {
        await using Bench bench = await Bench.StartAsync(provider);
        CallOptions signUp = new() { IdempotencyKey = "signup" };
        Customer grace = await bench.Client.CreateAsync(new() { Name = "Grace Hopper", Email = "grace@example.com" }, signUp, Token);
        bench.Provider.Answer(AboutGrace(provider, grace.Id), BehindTheScenes.IsCreate);

        BillingConflictException conflict = await Should.ThrowAsync<BillingConflictException>(() => bench.Client.CreateAsync(ProviderCase.Ada, signUp, Token));

        conflict.Reason.ShouldBe(ConflictReason.IdempotencyKeyReused);
        conflict.ExistingId.ShouldBe(grace.Id);
        conflict.Message.ShouldContain("was used before");
        bench.Provider.Requests.Count(BehindTheScenes.IsCreate).ShouldBe(2);
    }

    /// <summary>The provider may have stored it with another address than was sent.</summary>
    [Theory]
    [InlineData("flex")]
    [InlineData("atlas")]
    public async Task With_a_new_idempotency_key_it_is_not_told_as_a_key_that_was_used_before(string provider)
    {
        await using Bench bench = await Bench.StartAsync(provider, static options => options.MaxAttempts = 1);
        bench.Provider.Answer(AboutGrace(provider), BehindTheScenes.IsCreate);

        await Should.ThrowAsync<AmbiguousOutcomeException>(() => bench.Client.CreateAsync(ProviderCase.Ada, new CallOptions { IdempotencyKey = "signup" }, Token));
    }

    private static SimulatedAnswer AboutGrace(string provider, string id = "other-id")
    {
        AnswerShape shape = AnswerShape.Of(provider);
        string grace = shape.Customer(id).Replace(",\"email\":\"ada@example.com\"", Other, StringComparison.Ordinal);
        return SimulatedAnswer.Json(200, shape.Created(grace));
    }

    private static string WithoutExternalId(string provider)
    {
        AnswerShape shape = AnswerShape.Of(provider);
        string customer = shape.Customer("other-id");
        return shape.Single(customer.Replace(",\"externalId\":\"crm-1\"", "", StringComparison.Ordinal).Replace(",\"external_id\":\"crm-1\"", "", StringComparison.Ordinal));
    }

    private static CustomerKey KeyOf(CustomerKeyKind kind) => kind == CustomerKeyKind.Id ? CustomerKey.FromId("wanted") : CustomerKey.FromExternalId("wanted");

    private static TheoryData<string, CustomerKeyKind> KeysWhere(Func<CustomerCapabilities, CustomerKeyKind, bool> isSupported)
    {
        TheoryData<string, CustomerKeyKind> keys = [];
        foreach (DiscoveredProvider provider in AnswerShape.All.Select(static shape => DiscoveredProvider.Called(shape.Provider)))
        {
            foreach (CustomerKeyKind kind in Enum.GetValues<CustomerKeyKind>().Where(kind => isSupported(provider.Descriptor.Capabilities, kind)))
            {
                keys.Add(provider.Name, kind);
            }
        }

        return keys;
    }
}
