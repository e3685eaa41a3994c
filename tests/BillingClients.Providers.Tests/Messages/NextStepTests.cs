using BillingClients.Providers.Tests.All;
using BillingClients.Providers.Tests.Handlers;

namespace BillingClients.Providers.Tests.Messages;

/// <summary>After an unknown outcome or a conflict, the message names the next step, and that step finds the customer.</summary>
public sealed class NextStepTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(ProviderCase.Names), MemberType = typeof(ProviderCase))]
    public async Task After_an_unknown_outcome(string provider)
    {
        bool losesAWrite = true;
        bool isLost = false;
        await using HandlerBench bench = await HandlerBench.StartAsync(
            provider,
            () => new AppHandler(async (request, send, _) =>
            {
                HttpResponseMessage answer = await send();
                isLost |= losesAWrite && request.Method != HttpMethod.Get && !request.RequestUri!.AbsolutePath.EndsWith("/search", StringComparison.Ordinal);
                return isLost ? throw new IOException("The answer is lost.") : answer;
            }),
            static options => options.MaxAttempts = 1);

        AmbiguousOutcomeException open = await Should.ThrowAsync<AmbiguousOutcomeException>(() => bench.CreateAsync());
        losesAWrite = isLost = false;

        open.Message.ShouldContain($"It was tried once. It is unknown whether the customer was created. Look for the customer {WhereAt(bench.Client)} before you create it again.");
        open.Message.ShouldContain(" Or call GetOrCreateAsync, which does both.");
        await ShouldFindAdaAsync(bench);
    }

    [Theory]
    [MemberData(nameof(ProviderCase.Names), MemberType = typeof(ProviderCase))]
    public async Task After_a_conflict(string provider)
    {
        await using HandlerBench bench = await HandlerBench.StartAsync(provider);
        await bench.CreateAsync();

        BillingConflictException conflict = await Should.ThrowAsync<BillingConflictException>(() => bench.CreateAsync());

        conflict.Message.ShouldContain(conflict.ExistingId is null ? WhereAt(bench.Client) : "(see ExistingId)");
        conflict.Message.ShouldContain(", or call GetOrCreateAsync.");
        await ShouldFindAdaAsync(bench);
    }

    private static string WhereAt(ICustomerClient client) =>
        HasExternalId(client) ? "with FindAsync(CustomerKey.FromExternalId(...))" : "with ListAsync and its filter Email";

    private static bool HasExternalId(ICustomerClient client) => client.Provider.Capabilities.Get.ByExternalId != Support.Unsupported;

    private static async Task ShouldFindAdaAsync(HandlerBench bench)
    {
        Customer? found = HasExternalId(bench.Client)
            ? await bench.Client.FindAsync(CustomerKey.FromExternalId(HandlerBench.Ada.ExternalId!), cancellationToken: Token)
            : (await bench.Client.ListPageAsync(new CustomerListRequest { Email = HandlerBench.Ada.Email }, cancellationToken: Token)).Items.ShouldHaveSingleItem();
        Customer gotten = await bench.Client.GetOrCreateAsync(HandlerBench.Ada, cancellationToken: Token);

        gotten.Id.ShouldBe(found.ShouldNotBeNull().Id);
        bench.Provider.Customers.ShouldHaveSingleItem();
    }
}
