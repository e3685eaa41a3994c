using BillingClients.Security.Tests.Subjects;

namespace BillingClients.Security.Tests.Sweep;

/// <summary>What is refused before it is sent is not told: messages and logs name properties, never what is in them.</summary>
public sealed class RefusalsTests
{
    public static TheoryData<string> Names => Subject.Names;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_customer_that_is_refused_leaks_nothing(string provider)
    {
        await using Swept swept = await Swept.StartAsync(provider);
        foreach (ICustomerClient client in swept.Clients)
        {
            foreach (CallOptions options in Policies(swept.Canaries))
            {
                foreach (CustomerCreate customer in BadRequests.Customers(swept.Canaries))
                {
                    await swept.RunAsync("create", async () => await client.CreateAsync(customer, options, Cancellation));
                    await swept.RunAsync("get or create", async () => await client.GetOrCreateAsync(customer, options, Cancellation));
                }
            }
        }

        swept.ShouldHaveLeakedNothing();
        swept.Failures.ShouldContainKey(typeof(BillingValidationException));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task An_update_that_is_refused_leaks_nothing(string provider)
    {
        await using Swept swept = await Swept.StartAsync(provider);
        foreach (ICustomerClient client in swept.Clients)
        {
            CustomerKey key = client.Provider.Capabilities.Update.ById == Support.Unsupported
                ? CustomerKey.FromExternalId(swept.Canaries["external id"])
                : CustomerKey.FromId(swept.Canaries["id"]);
            foreach (CallOptions options in Policies(swept.Canaries))
            {
                foreach (CustomerUpdate update in BadRequests.Updates(swept.Canaries))
                {
                    await swept.RunAsync("update", async () => await client.UpdateAsync(key, update, options, Cancellation));
                }
            }
        }

        swept.ShouldHaveLeakedNothing();
        swept.Failures.ShouldContainKey(typeof(BillingValidationException));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_key_a_filter_or_a_setting_that_is_refused_leaks_nothing(string provider)
    {
        await using Swept swept = await Swept.StartAsync(provider);
        foreach (ICustomerClient client in swept.Clients)
        {
            foreach (CustomerKey key in BadRequests.Keys(swept.Canaries))
            {
                await swept.RunAsync("get", async () => await client.GetAsync(key, null, Cancellation));
                await swept.RunAsync("find", async () => await client.FindAsync(key, null, Cancellation));
                await swept.RunAsync("update", async () => await client.UpdateAsync(key, swept.Canaries.Update, swept.Canaries.Options(), Cancellation));
                await swept.RunAsync("delete", async () => await Nothing(client.DeleteAsync(key, null, Cancellation)));
            }

            foreach (CustomerListRequest request in BadRequests.Lists(swept.Canaries))
            {
                await swept.RunAsync("list", async () => await client.ListPageAsync(request, null, Cancellation));
            }
        }

        foreach (CallOptions options in BadRequests.Options(swept.Canaries))
        {
            await swept.RunAllAsync("settings", options);
        }

        swept.ShouldHaveLeakedNothing();
        swept.Failures.ShouldContainKey(typeof(BillingValidationException));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_key_that_cannot_be_sent_or_fetched_leaks_nothing(string provider)
    {
        string key = "";
        await using Swept swept = await Swept.StartAsync(provider, options =>
        {
            options.ApiKey = null;
            options.ApiKeyProvider = _ => key.Length > 0 ? new(key) : throw new InvalidOperationException("The store is closed.");
        });
        foreach (string fetched in new[] { "", swept.Canaries.ApiKey + "\n", $"Bearer {swept.Canaries.ApiKey}", swept.Canaries.ApiKey + "\u00fc" })
        {
            key = fetched;
            await swept.RunAllAsync("key");
        }

        swept.ShouldHaveLeakedNothing();
        swept.Failures.Keys.ShouldHaveSingleItem().ShouldBe(typeof(BillingAuthenticationException));
        swept.Provider.Requests.ShouldBeEmpty();
    }

    private static IEnumerable<CallOptions> Policies(Canaries canaries) =>
        Enum.GetValues<UnsupportedFields>().Select(policy => canaries.Options(unsupported: policy));

    private static async Task<object?> Nothing(Task task)
    {
        await task;
        return null;
    }
}
