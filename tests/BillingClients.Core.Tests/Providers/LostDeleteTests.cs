using BillingClients.Core.Tests.Pipeline;
using BillingClients.Providers;

namespace BillingClients.Core.Tests.Providers;

/// <summary>A delete that finds nobody has worked if an earlier attempt may have deleted the customer.</summary>
public sealed class LostDeleteTests
{
    private static readonly CustomerKey Key = CustomerKey.FromId("cust_1");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task After_a_lost_answer_nobody_there_means_deleted()
    {
        using FunctionClient client = new();
        client.OnDelete = () => throw (client.Deletes == 1 ? LoneCall.Failed(503, outcomeUnknown: true, isTransient: true) : NotFound());

        await client.DeleteAsync(Key, cancellationToken: Token);

        client.Deletes.ShouldBe(2);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Otherwise_nobody_there_means_that_the_key_is_wrong(int attempts)
    {
        using FunctionClient client = new();
        client.OnDelete = () => throw (client.Deletes < attempts ? LoneCall.Failed(429, isTransient: true) : NotFound());

        BillingNotFoundException failure = await Should.ThrowAsync<BillingNotFoundException>(() => client.DeleteAsync(Key, cancellationToken: Token));

        failure.OutcomeUnknown.ShouldBeFalse();
        failure.Attempts.ShouldBe(attempts);
    }

    [Theory]
    [InlineData(true, "cust_1", null, false)]
    [InlineData(true, null, "crm-1815", false)]
    [InlineData(true, "cust_2", null, true)]
    [InlineData(true, null, "cust_1", true)]
    [InlineData(false, "cust_1", null, true)]
    [InlineData(false, null, "crm-1815", true)]
    public async Task If_reads_may_lag_it_may_also_mean_that_the_customer_was_created_lately(bool lags, string? id, string? externalId, bool isDeleted)
    {
        using FunctionClient client = new() { Lags = lags ? true : null };
        client.OnCreate.Enqueue(sent => client.Answer(sent));
        client.OnDelete = () => throw (client.Deletes == 1 ? LoneCall.Failed(503, outcomeUnknown: true, isTransient: true) : NotFound());
        await client.CreateAsync(new CustomerCreate { ExternalId = "crm-1815" }, cancellationToken: Token);

        Task delete = client.DeleteAsync(id is null ? CustomerKey.FromExternalId(externalId!) : CustomerKey.FromId(id), cancellationToken: Token);

        if (isDeleted)
        {
            await delete;
        }
        else
        {
            (await Should.ThrowAsync<BillingNotFoundException>(() => delete)).OutcomeUnknown.ShouldBeTrue();
        }
    }

    private static BillingNotFoundException NotFound() => new("Nobody.", new BillingErrorDetails { Provider = "own" });
}
