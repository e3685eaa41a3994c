using BillingClients.Core.Tests.Fixtures;
using Microsoft.Extensions.DependencyInjection;

namespace BillingClients.Core.Tests.Middleware;

/// <summary>Both forms of <c>Use</c>: what is added first is called first, and what is not touched is passed on.</summary>
public sealed class UseTests : IAsyncLifetime
{
    private SimulatedApp _app = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _app = await SimulatedApp.StartAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task What_is_added_first_is_called_first_in_whichever_form()
    {
        List<string> order = [];
        await using ServiceProvider provider = _app.Build(services => services.AddSingleton(order).AddFlexprice(_app.Reach)
            .Use(static (services, inner) => new NotingClient(inner, "first", services.GetRequiredService<List<string>>()))
            .Use(create: async (customer, options, inner, token) =>
            {
                order.Add("second");
                Customer created = await inner.CreateAsync(customer, options, token);
                order.Add("second again");
                return created;
            })
            .Use(inner => new NotingClient(inner, "third", order)));

        await provider.GetRequiredService<ICustomerClient>().CreateAsync(SimulatedApp.Ada, cancellationToken: Token);

        order.ShouldBe(["first", "second", "third", "third again", "second again", "first again"]);
    }

    [Fact]
    public async Task A_delegate_changes_what_is_sent_and_what_comes_back()
    {
        await using ServiceProvider provider = _app.Build(services => services.AddFlexprice(_app.Reach).Use(
            create: async (customer, options, inner, token) =>
                await inner.CreateAsync(customer with { Metadata = new Dictionary<string, string> { ["source"] = "shop" } }, options, token) with { Description = "noted" }));

        Customer created = await provider.GetRequiredService<ICustomerClient>().CreateAsync(SimulatedApp.Ada, cancellationToken: Token);

        created.Metadata["source"].ShouldBe("shop");
        created.Description.ShouldBe("noted");
    }

    [Fact]
    public async Task Each_operation_has_its_delegate_and_the_others_are_passed_on()
    {
        List<string> called = [];
        await using ServiceProvider provider = _app.Build(services => services.AddFlexprice(_app.Reach)
            .Use(get: (key, options, inner, token) => Note("get", inner.GetAsync(key, options, token)))
            .Use(update: (key, update, options, inner, token) => Note("update", inner.UpdateAsync(key, update, options, token)))
            .Use(delete: (key, options, inner, token) => Note("delete", inner.DeleteAsync(key, options, token)))
            .Use(list: (request, options, inner, token) => Note("list", inner.ListPageAsync(request, options, token))));
        ICustomerClient client = provider.GetRequiredService<ICustomerClient>();

        CustomerKey key = CustomerKey.FromId((await client.CreateAsync(SimulatedApp.Ada, cancellationToken: Token)).Id);
        await client.GetAsync(key, cancellationToken: Token);
        await client.UpdateAsync(key, new CustomerUpdate { Name = "Ada King" }, cancellationToken: Token);
        await client.ListPageAsync(new CustomerListRequest(), cancellationToken: Token);
        await client.DeleteAsync(key, cancellationToken: Token);

        called.ShouldBe(["get", "update", "list", "delete"]);

        T Note<T>(string operation, T task)
        {
            called.Add(operation);
            return task;
        }
    }

    [Fact]
    public async Task A_delegate_that_returns_null_is_named_and_the_operation_is_not_run()
    {
        await using ServiceProvider provider = _app.Build(services => services.AddFlexprice("books", _app.Reach).Use(
            create: static (_, _, _, _) => null!,
            get: static (_, _, _, _) => null!,
            update: static (_, _, _, _, _) => null!,
            delete: static (_, _, _, _) => null!,
            list: static (_, _, _, _) => null!));
        ICustomerClient client = provider.GetRequiredService<ICustomerClient>();
        CustomerKey key = CustomerKey.FromId("cust_1");
        (string Name, Func<Task> Call)[] calls =
        [
            ("create", () => client.CreateAsync(SimulatedApp.Ada, cancellationToken: Token)),
            ("get", () => client.GetAsync(key, cancellationToken: Token)),
            ("update", () => client.UpdateAsync(key, new CustomerUpdate { Name = "Ada King" }, cancellationToken: Token)),
            ("delete", () => client.DeleteAsync(key, cancellationToken: Token)),
            ("list", () => client.ListPageAsync(new CustomerListRequest(), cancellationToken: Token)),
        ];

        foreach ((string name, Func<Task> call) in calls)
        {
            (await Should.ThrowAsync<InvalidOperationException>(call)).Message.ShouldBe(
                $"The delegate '{name}' that was given to Use for the client 'books' returned null. Return the task of the call, or make the delegate async.");
        }

        _app.Simulator.Journal.ShouldBeEmpty();
    }

    [Fact]
    public void No_delegate_at_all_is_a_mistake() => Should.Throw<ArgumentException>(
        () => new ServiceCollection().AddFlexprice(_app.Reach).Use()).Message.ShouldContain("create, get, update, delete or list");

    [Fact]
    public async Task The_client_underneath_and_each_middleware_can_be_reached()
    {
        await using ServiceProvider provider = _app.Build(services => services.AddFlexprice(_app.Reach)
            .Use(inner => new NotingClient(inner, "noted", [])).Use(get: (key, options, inner, token) => inner.GetAsync(key, options, token)));
        ICustomerClient client = provider.GetRequiredService<ICustomerClient>();

        client.ShouldBeOfType<NotingClient>();
        client.GetService<NotingClient>().ShouldBeSameAs(client);
        client.GetService<FlexpriceCustomerClient>().ShouldNotBeNull();
        client.GetService<HttpClient>().ShouldBeNull();
        client.Provider.Name.ShouldBe("flexprice");
    }

    private sealed class NotingClient(ICustomerClient inner, string name, List<string> order) : DelegatingCustomerClient(inner)
    {
        public override async Task<Customer> CreateAsync(CustomerCreate customer, CallOptions? options = null, CancellationToken cancellationToken = default)
        {
            order.Add(name);
            Customer created = await base.CreateAsync(customer, options, cancellationToken);
            order.Add(name + " again");
            return created;
        }
    }
}
