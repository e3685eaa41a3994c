using BillingClients.Core.Tests.Fixtures;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BillingClients.Core.Tests.DependencyInjection;

/// <summary>Middleware around a client that was made with <c>new</c>.</summary>
public sealed class WithoutContainerTests : IAsyncLifetime
{
    private const string LogCategory = "BillingClients.LoggingCustomerClient";

    private SimulatedApp _app = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _app = await SimulatedApp.StartAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task It_logs_to_the_factory_that_the_client_was_made_with()
    {
        using ILoggerFactory factory = LoggerFactory.Create(logging => logging.AddProvider(_app.Logs));
        using FlexpriceCustomerClient client = new(Options(), factory);

        await client.AsBuilder().UseLogging().Build().CreateAsync(SimulatedApp.Ada, cancellationToken: Token);

        _app.Logs.Of(20).ShouldHaveSingleItem().Category.ShouldBe(LogCategory);
    }

    [Fact]
    public async Task It_logs_to_the_services_that_Build_is_given()
    {
        await using ServiceProvider services = _app.Build(static _ => { });
        using FlexpriceCustomerClient client = new(Options());

        await client.AsBuilder().UseLogging().Build(services).CreateAsync(SimulatedApp.Ada, cancellationToken: Token);

        _app.Logs.Of(20).ShouldHaveSingleItem().Category.ShouldBe(LogCategory);
    }

    [Fact]
    public void Without_a_factory_Build_says_where_to_give_one()
    {
        using FlexpriceCustomerClient client = new("sk_1");

        Should.Throw<InvalidOperationException>(() => client.AsBuilder().UseLogging().Build()).Message.ShouldBe(
            "UseLogging has nowhere to log: the client was made without an ILoggerFactory. Pass one when you make the client, as the second argument of its"
            + " constructor, or pass services that have one to Build.");
    }

    [Fact]
    public async Task What_is_added_first_is_called_first_in_every_form()
    {
        List<string> order = [];
        using FlexpriceCustomerClient client = new(Options());
        ICustomerClient built = client.AsBuilder()
            .Use(inner => new NotingClient(inner, "first", order))
            .Use(create: (customer, options, inner, token) =>
            {
                order.Add("second");
                return inner.CreateAsync(customer, options, token);
            })
            .Use((_, inner) => new NotingClient(inner, "third", order))
            .Build();

        (await built.CreateAsync(SimulatedApp.Ada, cancellationToken: Token)).Name.ShouldBe("Ada Lovelace");

        order.ShouldBe(["first", "second", "third"]);
        built.GetService<FlexpriceCustomerClient>().ShouldBeSameAs(client);
    }

    [Fact]
    public async Task An_extension_that_is_written_once_is_for_both_builders()
    {
        List<string> order = [];
        await using ServiceProvider provider = _app.Build(services => services.AddFlexprice(_app.Reach).UseNotes(order));
        using FlexpriceCustomerClient client = new(Options());

        await provider.GetRequiredService<ICustomerClient>().CreateAsync(SimulatedApp.Ada, cancellationToken: Token);
        await client.AsBuilder().UseNotes(order).Build().CreateAsync(SimulatedApp.Ada with { ExternalId = "crm-1816" }, cancellationToken: Token);

        order.ShouldBe(["flexprice", "flexprice"]);
    }

    [Fact]
    public void It_has_the_name_of_the_registered_client_that_it_wraps()
    {
        using ServiceProvider provider = new ServiceCollection().AddFlexprice("eu", static options => options.ApiKey = "sk_1").Services.BuildServiceProvider();
        using FlexpriceCustomerClient client = new("sk_1");

        provider.GetRequiredService<ICustomerClient>().AsBuilder().Name.ShouldBe("eu");
        client.AsBuilder().Name.ShouldBe("flexprice");
    }

    [Fact]
    public async Task Without_middleware_it_is_the_client_itself_and_disposing_it_disposes_the_client()
    {
        FlexpriceCustomerClient client = new(Options());
        client.AsBuilder().Build().ShouldBeSameAs(client);
        ICustomerClient built = client.AsBuilder().Use(inner => new NotingClient(inner, "first", [])).Build();

        ((IDisposable)built).Dispose();

        await Should.ThrowAsync<ObjectDisposedException>(() => client.CreateAsync(SimulatedApp.Ada, cancellationToken: Token));
    }

    private FlexpriceOptions Options()
    {
        FlexpriceOptions options = new();
        _app.Reach(options);
        return options;
    }
}
