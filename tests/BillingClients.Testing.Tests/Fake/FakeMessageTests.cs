using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;

namespace BillingClients.Testing.Tests;

/// <summary>The fake's exceptions read like a real client's: what failed, what it means, how often it was tried, whether a write took effect.</summary>
public sealed partial class FakeMessageTests
{
    private static readonly CustomerCreate Ada = new() { ExternalId = "crm-1815", Name = "Ada Lovelace", Email = "ada@example.com" };

    private static readonly CustomerCreate Grace = new() { ExternalId = "crm-1906", Name = "Grace Hopper", Email = "grace@example.com" };

    private static readonly CallOptions Lenient = new() { UnsupportedFields = UnsupportedFields.Ignore };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string, string> Failures =>
    [
        .. from provider in DiscoveredProvider.All
           from failure in (string[])
           [
               "create, wrong key", "create, rate limit", "create, key taken", "create, another conflict", "create, no connection", "get, not found", "get, failure",
               "get, rate limit", "list, rate limit", "list, failure", "update, rate limit", "update, failure", "update, another conflict", "delete, failure",
           ]
           where !IsToldOtherwise(provider, failure)
           select new TheoryDataRow<string, string>(provider.Name, failure),
    ];

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task The_whole_message_is_that_of_the_real_client(string providerName, string what)
    {
        (string operation, string failure) = (what.Split(", ")[0], what.Split(", ")[1]);
        DiscoveredProvider provider = DiscoveredProvider.Called(providerName);
        await using ProviderSimulator simulator = await ProviderSimulator.StartAsync(cancellationToken: Token);
        await using ServiceProvider withFake = Build(provider, services => services.UseFake());
        await using ServiceProvider withReal = Build(provider, services => services.UseSimulator(simulator));
        (ICustomerClient fake, ICustomerClient real) = (withFake.GetRequiredService<ICustomerClient>(), withReal.GetRequiredService<ICustomerClient>());
        CustomerKey keyAtFake = await StoreAsync(fake);
        CustomerKey keyAtReal = await StoreAsync(real);
        CustomerCreate create = failure == "key taken" ? Ada : Grace;
        if (failure == "no connection")
        {
            await simulator.DisposeAsync();
        }

        Arrange(operation, failure, simulator[providerName]);
        BillingException fromReal = await FailureOf(real, operation, failure == "not found" ? Another(keyAtReal) : keyAtReal, create);
        withFake.GetFake().OnCall = (call, _) => failure switch
        {
            "wrong key" => throw call.NotAuthenticated(),
            "rate limit" => throw call.RateLimited(TimeSpan.FromSeconds(2)),
            "failure" => throw call.ProviderFailure(),
            "no connection" => throw call.NoConnection(),
            "not found" => throw call.NotFound(),
            _ => throw call.Conflict(((BillingConflictException)fromReal).ExistingId, reason: ((BillingConflictException)fromReal).Reason),
        };
        BillingException fromFake = await FailureOf(fake, operation, keyAtFake, create);

        fromFake.GetType().ShouldBe(fromReal.GetType());
        Text(fromFake).ShouldBe(Text(fromReal));
        (fromFake.IsTransient, fromFake.OutcomeUnknown, fromFake.Client).ShouldBe((fromReal.IsTransient, fromReal.OutcomeUnknown, fromReal.Client));
    }

    [Fact]
    public async Task It_says_what_failed_what_it_means_and_what_to_do()
    {
        using FakeCustomerClient fake = new(FlexpriceCustomerClient.Descriptor);
        fake.OnCall = static (call, _) => throw call.RateLimited(TimeSpan.FromSeconds(2));

        (await FailureOf(fake, "create")).Message.ShouldBe(
            "Flexprice: the request to create the customer failed (HTTP 429): too many requests; Flexprice asks to wait 2 s. It was tried once. Nothing was created. You can try again.");

        fake.OnCall = static (call, _) => throw call.ProviderFailure();
        (await FailureOf(fake, "update")).Message.ShouldBe(
            "Flexprice: the request to update the customer failed (HTTP 503): an error on Flexprice's side; see ProviderMessage. It was tried once. If it persists, ask"
            + " Flexprice's support. It is unknown whether the customer was changed. Read the customer, then decide whether to update it again.");

        fake.OnCall = static (call, _) => throw call.TimedOut(TimeSpan.FromSeconds(1.5));
        (await FailureOf(fake, "list")).Message.ShouldBe(
            "Flexprice: the request to list customers failed: the time limit of the whole call (TotalTimeout), 1.5 s, has expired. Raise it if Flexprice needs longer."
            + " It was tried once. You can try again later.");
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
            "The fake: the request to create the customer was sent, and its answer was lost. It is unknown whether the customer was created. Look for the customer with"
            + " FindAsync(CustomerKey.FromExternalId(...)) before you create it again. Or call GetOrCreateAsync, which does both. To send it again, use the same IdempotencyKey.");
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

    // A real client that looks before it creates names the look-up. Atlas's 409 is about a request that is still being processed.
    private static bool IsToldOtherwise(DiscoveredProvider provider, string failure) =>
        (failure is "create, key taken" or "create, wrong key" or "create, no connection" && provider.Descriptor.Capabilities.Create == Support.Emulated)
        || (failure.EndsWith("another conflict", StringComparison.Ordinal) && provider.Name == "atlas")
        || (failure.StartsWith("delete", StringComparison.Ordinal) && provider.Descriptor.Capabilities.Delete == default);

    private static ServiceProvider Build(DiscoveredProvider provider, Action<IServiceCollection> use)
    {
        ServiceCollection services = new();
        provider.Register(services, static options => options.MaxAttempts = 1);
        use(services);
        return services.BuildServiceProvider();
    }

    private static async Task<CustomerKey> StoreAsync(ICustomerClient client)
    {
        Customer stored = await client.CreateAsync(Ada, Lenient, Token);
        return client.Provider.Capabilities.Update.ById == Support.Unsupported ? CustomerKey.FromExternalId(stored.ExternalId!) : CustomerKey.FromId(stored.Id);
    }

    private static CustomerKey Another(CustomerKey key)
    {
        string other = $"{key.Value[..^1]}{(key.Value[^1] == '0' ? '1' : '0')}";
        return key.Kind == CustomerKeyKind.Id ? CustomerKey.FromId(other) : CustomerKey.FromExternalId(other);
    }

    private static void Arrange(string operation, string failure, SimulatedProvider simulated)
    {
        RequestMatch when = operation is "get" or "list" ? Requests.Any : static request => request.Method != "GET";
        switch (failure)
        {
            case "wrong key":
                simulated.RevokeKey(simulated.ApiKey);
                break;
            case "rate limit":
                simulated.Fault(SimulatedFault.TooManyRequests(TimeSpan.FromSeconds(2)), when);
                break;
            case "failure":
                simulated.Fault(SimulatedFault.ErrorBeforeCommit(503), when);
                break;
            case "another conflict":
                simulated.Fault(SimulatedFault.ErrorBeforeCommit(409), when);
                break;
        }
    }

    private static Task<BillingException> FailureOf(ICustomerClient client, string operation, CustomerKey? key = null, CustomerCreate? create = null) => Should.ThrowAsync<BillingException>(() => operation switch
    {
        "create" => client.CreateAsync(create ?? Ada, Lenient, Token),
        "get" => client.GetAsync(key!.Value, cancellationToken: Token),
        "update" => client.UpdateAsync(key ?? CustomerKey.FromId("1"), new CustomerUpdate { Phone = "+14155550100" }, cancellationToken: Token),
        "delete" => client.DeleteAsync(key!.Value, cancellationToken: Token),
        _ => client.ListPageAsync(new CustomerListRequest(), cancellationToken: Token),
    });

    // Only a real client has a code, a request id, an address and an exception of the network. Atlas refuses a taken key with 400; the fake's conflicts are all 409.
    private static string Text(BillingException failure)
    {
        string text = CodeAndRequestId().Replace(failure.Message, "$1)").Replace(", with the request id", "", StringComparison.Ordinal);
        text = failure is BillingConflictException ? text.Replace("HTTP 400", "HTTP 409", StringComparison.Ordinal) : text;
        return Address().Replace(text, $"to {failure.Provider}").Replace("; the inner exception says why.", ".", StringComparison.Ordinal)
            .Replace($"no connection to {failure.Provider}", "no connection", StringComparison.OrdinalIgnoreCase);
    }

    [GeneratedRegex(@"(\(HTTP \d+)[^)]*\)")]
    private static partial Regex CodeAndRequestId();

    [GeneratedRegex(@"to 127\.0\.0\.1:\d+")]
    private static partial Regex Address();
}
