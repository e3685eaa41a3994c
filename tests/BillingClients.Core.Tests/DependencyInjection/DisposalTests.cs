using BillingClients.Core.Tests.Fixtures;
using Microsoft.Extensions.DependencyInjection;

namespace BillingClients.Core.Tests.DependencyInjection;

/// <summary>The container owns the clients; whoever disposes what, and how often, the next call says so and nothing leaks.</summary>
public sealed class DisposalTests
{
    private static readonly CustomerKey Someone = CustomerKey.FromExternalId("crm-1815");

    [Fact]
    public async Task A_client_of_a_container_that_is_gone_says_so()
    {
        ServiceProvider provider = new ServiceCollection().AddFlexprice(static options => options.ApiKey = "sk_1").Services.BuildServiceProvider();
        ICustomerClient client = provider.GetRequiredService<ICustomerClient>();
        await provider.DisposeAsync();

        await ShouldSayDisposedAsync(client);
    }

    [Fact]
    public async Task Disposing_twice_is_disposing_once()
    {
        FlexpriceCustomerClient client = new(new FlexpriceOptions { ApiKey = "sk_1" });
        client.Dispose();
        client.Dispose();

        await ShouldSayDisposedAsync(client);
    }

    [Fact]
    public void Middleware_is_disposed_once_however_often_the_container_knows_it()
    {
        CountingClient? counting = null;
        ServiceProvider provider = new ServiceCollection().AddFlexprice(static options => options.ApiKey = "sk_1").Use(inner => counting = new CountingClient(inner)).Services
            .BuildServiceProvider();
        provider.GetRequiredService<ICustomerClient>();
        provider.GetRequiredKeyedService<ICustomerClient>("flexprice");
        provider.Dispose();

        counting!.Disposals.ShouldBe(1);
    }

    [Fact]
    public async Task A_client_below_middleware_that_disposes_nothing_is_disposed_all_the_same()
    {
        ICustomerClient? below = null;
        ServiceProvider provider = new ServiceCollection().AddFlexprice(static options => options.ApiKey = "sk_1")
            .Use(inner =>
            {
                below = inner;
                return new PassingClient(inner);
            }).Services.BuildServiceProvider();
        provider.GetRequiredService<ICustomerClient>();
        await provider.DisposeAsync();

        await ShouldSayDisposedAsync(below!);
    }

    private static async Task ShouldSayDisposedAsync(ICustomerClient client)
    {
        ObjectDisposedException disposed = await Should.ThrowAsync<ObjectDisposedException>(
            () => client.GetAsync(Someone, cancellationToken: TestContext.Current.CancellationToken));
        disposed.ObjectName.ShouldBe("Flexprice client");
        disposed.Message.ShouldContain("do not dispose it yourself");
    }

    private sealed class CountingClient(ICustomerClient inner) : DelegatingCustomerClient(inner)
    {
        public int Disposals { get; private set; }

        protected override void Dispose(bool disposing)
        {
            Disposals++;
            base.Dispose(disposing);
        }
    }
}
