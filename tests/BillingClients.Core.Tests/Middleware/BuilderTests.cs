using BillingClients.Core.Tests.Fixtures;
using BillingClients.Core.Tests.Pipeline;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BillingClients.Core.Tests.Middleware;

/// <summary><c>client.AsBuilder()</c>: the middleware of a registration, around a client without dependency injection.</summary>
public sealed class BuilderTests
{
    private static readonly CustomerKey Ada = CustomerKey.FromId("cust_1");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_added_first_is_called_first_and_the_client_is_innermost()
    {
        List<string> order = [];
        using ScriptedClient scripted = new((_, _) => Task.FromResult(Answers.Status(404, "{}")), static options => options.MaxAttempts = 1);
        ICustomerClient client = scripted.Client.AsBuilder()
            .Use(inner => new InnerClient(inner, "first", order))
            .Use(get: (key, options, inner, token) =>
            {
                order.Add("second");
                return inner.GetAsync(key, options, token);
            })
            .UseNoting("third", order)
            .Build();

        await Should.ThrowAsync<BillingException>(() => client.GetAsync(Ada, cancellationToken: Token));

        order.ShouldBe(["first", "second", "third"]);
        client.GetService<FlexpriceCustomerClient>().ShouldBeSameAs(scripted.Client);
    }

    [Fact]
    public async Task An_extension_for_any_builder_extends_a_registration_too()
    {
        List<string> order = [];
        ServiceCollection services = new();
        services.AddFlexprice("books", static options => options.ApiKey = "sk_1").UseNoting("noting", order).ConfigureHttpClient(static _ => { });
        await using ServiceProvider provider = services.BuildServiceProvider();

        await Should.ThrowAsync<BillingException>(() => provider.GetRequiredService<ICustomerClient>().GetAsync(default, cancellationToken: Token));

        order.ShouldBe(["noting"]);
    }

    [Fact]
    public async Task Logging_goes_to_the_factory_that_the_client_was_made_with()
    {
        using LogRecorder log = new();
        using FlexpriceCustomerClient inner = new(new FlexpriceOptions { ApiKey = "sk_1" }, log);
        ICustomerClient client = inner.AsBuilder().UseLogging().Build();

        await Should.ThrowAsync<BillingException>(() => client.GetAsync(default, cancellationToken: Token));

        log.Of(21).ShouldHaveSingleItem().Message.ShouldStartWith("flexprice: customer.get failed with ");
    }

    [Fact]
    public async Task Logging_goes_to_the_services_that_are_given()
    {
        using LogRecorder log = new();
        await using ServiceProvider services = new ServiceCollection().AddLogging(logging => logging.AddProvider(log)).BuildServiceProvider();
        using FlexpriceCustomerClient inner = new("sk_1");
        ICustomerClient client = inner.AsBuilder().UseLogging().Build(services);

        await Should.ThrowAsync<BillingException>(() => client.GetAsync(default, cancellationToken: Token));

        log.Of(21).ShouldHaveSingleItem();
    }

    [Fact]
    public void Logging_to_nowhere_is_refused()
    {
        using FlexpriceCustomerClient inner = new("sk_1");

        Should.Throw<InvalidOperationException>(() => inner.AsBuilder().UseLogging().Build()).Message.ShouldBe(
            "UseLogging has nowhere to log: the client was made without an ILoggerFactory. Pass one when you make the client, as the second argument of its"
            + " constructor, or pass services that have one to Build.");
    }

    [Fact]
    public void A_middleware_that_returns_null_is_named_by_its_place()
    {
        const string Message = "Middleware 2 of 2 of the client 'flexprice' returned null. The function that is passed to Use must return a client: the middleware"
            + " around the inner client, or the inner client itself.";
        using FlexpriceCustomerClient inner = new("sk_1");
        ServiceCollection services = new();
        services.AddFlexprice(static options => options.ApiKey = "sk_1").Use(static inner => inner).Use(static _ => null!);
        using ServiceProvider provider = services.BuildServiceProvider();

        Should.Throw<InvalidOperationException>(() => inner.AsBuilder().Use(static inner => inner).Use(static _ => null!).Build()).Message.ShouldBe(Message);
        Should.Throw<InvalidOperationException>(provider.GetRequiredService<ICustomerClient>).Message.ShouldBe(Message);
    }

    [Fact]
    public async Task Disposing_what_was_built_disposes_the_client_inside()
    {
        FlexpriceCustomerClient inner = new("sk_1");
        ICustomerClient client = inner.AsBuilder().Use(static inner => new InnerClient(inner, "", [])).Build();

        (client as IDisposable).ShouldNotBeNull().Dispose();

        await Should.ThrowAsync<ObjectDisposedException>(() => inner.GetAsync(Ada, cancellationToken: Token));
    }

    [Fact]
    public void The_name_of_a_registered_client_is_kept()
    {
        ServiceCollection services = new();
        services.AddFlexprice("books", static options => options.ApiKey = "sk_1");
        using ServiceProvider provider = services.BuildServiceProvider();

        provider.GetRequiredKeyedService<ICustomerClient>("books").AsBuilder().Name.ShouldBe("books");
    }

    internal sealed class InnerClient(ICustomerClient inner, string name, List<string> order) : DelegatingCustomerClient(inner)
    {
        public override Task<Customer> GetAsync(CustomerKey key, CallOptions? options = null, CancellationToken cancellationToken = default)
        {
            order.Add(name);
            return base.GetAsync(key, options, cancellationToken);
        }
    }
}
