using Microsoft.Extensions.DependencyInjection;

namespace BillingClients.Core.Tests.DependencyInjection;

/// <summary>A middleware that returns null is named by its position and its client, with and without a container.</summary>
public sealed class NullMiddlewareTests
{
    [Fact]
    public void In_a_container_it_is_told_when_the_client_is_first_asked_for()
    {
        using ServiceProvider provider = new ServiceCollection().AddFlexprice("eu", static options => options.ApiKey = "sk_1")
            .UseLogging().Use(static (_, _) => null!).Services.BuildServiceProvider();

        Should.Throw<InvalidOperationException>(() => provider.GetRequiredKeyedService<ICustomerClient>("eu")).Message.ShouldBe(
            "Middleware 2 of 2 of the client 'eu' returned null. The function that is passed to Use must return a client: the middleware around the inner client,"
            + " or the inner client itself.");
    }

    [Fact]
    public void Without_a_container_it_is_told_by_Build()
    {
        using FlexpriceCustomerClient client = new("sk_1");

        Should.Throw<InvalidOperationException>(() => client.AsBuilder().Use(static _ => null!).Build()).Message.ShouldStartWith(
            "Middleware 1 of 1 of the client 'flexprice' returned null.");
    }

    [Fact]
    public void Nothing_in_place_of_the_function_is_refused_at_once()
    {
        using FlexpriceCustomerClient client = new("sk_1");

        Should.Throw<ArgumentNullException>(() => client.AsBuilder().Use((Func<ICustomerClient, ICustomerClient>)null!)).ParamName.ShouldBe("middleware");
        Should.Throw<ArgumentNullException>(() => new ServiceCollection().AddFlexprice(static options => options.ApiKey = "sk_1")
            .Use((Func<IServiceProvider, ICustomerClient, ICustomerClient>)null!)).ParamName.ShouldBe("middleware");
    }
}
