using BillingClients.Providers.Tests.All;
using BillingClients.Providers.Tests.Handlers;
using BillingClients.Testing;

namespace BillingClients.Providers.Tests.Messages;

/// <summary>If the look-up before a write fails, the message says that it was the look-up, and that nothing was created, changed or deleted.</summary>
public sealed class LookUpMessageTests
{
    private static readonly SimulatedAnswer Page = SimulatedAnswer.Html(200, "<html>");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<SimulatedAnswer> Answers =>
    [
        Page,
        SimulatedAnswer.Json(401, """{"error":{"code":"unauthorized","message":"Bad key."}}"""),
        SimulatedAnswer.Json(503, "{}"),
    ];

    [Theory]
    [MemberData(nameof(Answers), DisableDiscoveryEnumeration = true)]
    public async Task Of_a_create_at_Flex(SimulatedAnswer answer)
    {
        await using Bench bench = await Bench.StartAsync("flex", static options => options.MaxAttempts = 1);
        bench.Provider.Answer(answer);

        BillingException failure = await Should.ThrowAsync<BillingException>(() => bench.Client.CreateAsync(ProviderCase.Ada, cancellationToken: Token));

        IsOfLookUp(failure, "the look-up before the create", "Nothing was created.");
        bench.Provider.Requests.ShouldHaveSingleItem().Method.ShouldBe("GET");
    }

    [Theory]
    [MemberData(nameof(Answers), DisableDiscoveryEnumeration = true)]
    public async Task Of_an_update_at_RunOnAtlas(SimulatedAnswer answer)
    {
        await using Bench bench = await Bench.StartAsync("runonatlas", static options => options.MaxAttempts = 1);
        bench.Provider.Answer(answer);

        BillingException failure = await Should.ThrowAsync<BillingException>(
            () => bench.Client.UpdateAsync(CustomerKey.FromId("cus_1"), new CustomerUpdate { Name = "Ada King" }, cancellationToken: Token));

        IsOfLookUp(failure, "the look-up before the update", "Nothing was changed.");
        bench.Provider.Requests.ShouldHaveSingleItem().Method.ShouldBe("GET");
    }

    [Theory]
    [MemberData(nameof(Answers), DisableDiscoveryEnumeration = true)]
    public async Task Of_a_delete_by_external_id_at_Flexprice(SimulatedAnswer answer)
    {
        await using Bench bench = await Bench.StartAsync("flexprice", static options => options.MaxAttempts = 1);
        bench.Provider.Answer(answer);

        BillingException failure = await Should.ThrowAsync<BillingException>(
            () => bench.Client.DeleteAsync(CustomerKey.FromExternalId("crm-1815"), cancellationToken: Token));

        IsOfLookUp(failure, "the look-up before the delete", "Nothing was deleted.");
        bench.Provider.Requests.ShouldHaveSingleItem().Method.ShouldBe("GET");
    }

    [Fact]
    public async Task Of_a_create_whose_look_up_breaks_off()
    {
        await using Bench bench = await Bench.StartAsync("flex", static options => options.MaxAttempts = 1);
        bench.Provider.Fault(SimulatedFault.ResetBeforeRead);

        BillingException failure = await Should.ThrowAsync<BillingConnectionException>(() => bench.Client.CreateAsync(ProviderCase.Ada, cancellationToken: Token));

        IsOfLookUp(failure, "the look-up before the create", "Nothing was created. You can try again.");
    }

    [Fact]
    public async Task The_write_after_a_look_up_is_told_as_the_write()
    {
        await using Bench bench = await Bench.StartAsync("flex", static options => options.MaxAttempts = 1);
        bench.Provider.Answer(400, """{"error":{"code":"invalid","message":"No."}}""", HandlerBench.IsWrite);

        BillingException failure = await Should.ThrowAsync<BillingException>(() => bench.Client.CreateAsync(ProviderCase.Ada, cancellationToken: Token));

        failure.Message.ShouldStartWith("Flex: the request to create the customer failed (HTTP 400");
    }

    [Theory]
    [MemberData(nameof(ProviderCase.Names), MemberType = typeof(ProviderCase))]
    public async Task Of_get_or_create(string provider)
    {
        await using Bench bench = await Bench.StartAsync(provider, static options => options.MaxAttempts = 1);
        bench.Provider.Answer(Page);

        BillingException failure = await Should.ThrowAsync<BillingException>(() => bench.Client.GetOrCreateAsync(ProviderCase.Ada, cancellationToken: Token));

        failure.Message.ShouldContain("GetOrCreateAsync looks for the customer before it creates one, so nothing was created.");
        bench.Provider.Customers.ShouldBeEmpty();
    }

    /// <summary>Somebody else creates the customer between the look-up and the create, and cannot be looked up.</summary>
    [Theory]
    [MemberData(nameof(ProviderCase.Names), MemberType = typeof(ProviderCase))]
    public async Task Of_get_or_create_after_a_conflict(string provider)
    {
        await using Bench bench = await Bench.StartAsync(provider, static options => options.MaxAttempts = 1);
        bench.Provider.Answer(
            _ =>
            {
                bench.Provider.Answer(401, "{}", static request => !HandlerBench.IsWrite(request));
                return Taken(provider);
            },
            HandlerBench.IsWrite);

        BillingException failure = await Should.ThrowAsync<BillingAuthenticationException>(() => bench.Client.GetOrCreateAsync(ProviderCase.Ada, cancellationToken: Token));

        failure.Message.ShouldContain("The create before this look-up was refused, because another customer has the unique key. Nothing was created.");
    }

    private static SimulatedAnswer Taken(string provider) => provider == "atlas"
        ? SimulatedAnswer.Json(400, """{"error":{"code":"customer_exists","message":"Taken."}}""")
        : SimulatedAnswer.Json(409, """{"error":{"code":"already_exists","message":"Taken."},"code":"already_exists","message":"Taken."}""");

    private static void IsOfLookUp(BillingException failure, string lookUp, string effect)
    {
        TestContext.Current.TestOutputHelper?.WriteLine(failure.Message);
        failure.Message.ShouldContain(lookUp);
        failure.Message.ShouldContain(effect);
        failure.OutcomeUnknown.ShouldBeFalse();
        failure.ShouldTellItsEffect();
    }
}
