using Microsoft.Extensions.DependencyInjection;

namespace BillingClients.Core.Tests.DependencyInjection;

/// <summary>A provider's client type asked of the container: the message says what to ask for, and the application's own registration goes before it.</summary>
public sealed class ConcreteClientTests
{
    private const string Message =
        "FlexpriceCustomerClient is not in the container. Ask for ICustomerClient; if several clients are registered, for [FromKeyedServices(\"eu\")] ICustomerClient."
        + " To reach the FlexpriceCustomerClient inside it, call client.GetService<FlexpriceCustomerClient>().";

    [Fact]
    public void A_constructor_that_takes_it_is_told_what_to_take()
    {
        using ServiceProvider provider = Build(static services => services.AddSingleton<Shop>());

        Should.Throw<InvalidOperationException>(provider.GetRequiredService<Shop>).Message.ShouldBe(Message);
    }

    [Fact]
    public void Asking_the_container_throws_with_and_without_a_name()
    {
        using ServiceProvider provider = Build();

        Should.Throw<InvalidOperationException>(provider.GetRequiredService<FlexpriceCustomerClient>).Message.ShouldBe(Message);
        Should.Throw<InvalidOperationException>(provider.GetService<FlexpriceCustomerClient>).Message.ShouldBe(Message);
        Should.Throw<InvalidOperationException>(() => provider.GetRequiredKeyedService<FlexpriceCustomerClient>("eu")).Message.ShouldBe(Message);
    }

    [Fact]
    public void The_way_that_the_message_shows_leads_there()
    {
        using ServiceProvider provider = Build();

        provider.GetRequiredKeyedService<ICustomerClient>("eu").GetService<FlexpriceCustomerClient>().ShouldNotBeNull();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_applications_own_is_found_whenever_it_was_registered(bool before)
    {
        using FlexpriceCustomerClient own = new("sk_own");
        ServiceCollection services = new();
        if (before)
        {
            services.AddSingleton(own).AddKeyedSingleton("mine", own);
        }

        services.AddFlexprice("eu", static options => options.ApiKey = "sk_1");
        if (!before)
        {
            services.AddSingleton(own).AddKeyedSingleton("mine", own);
        }

        using ServiceProvider provider = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });

        provider.GetRequiredService<FlexpriceCustomerClient>().ShouldBeSameAs(own);
        provider.GetRequiredKeyedService<FlexpriceCustomerClient>("mine").ShouldBeSameAs(own);
    }

    private static ServiceProvider Build(Action<IServiceCollection>? register = null)
    {
        ServiceCollection services = new();
        services.AddFlexprice("eu", static options => options.ApiKey = "sk_1");
        register?.Invoke(services);
        return services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }

    private sealed record Shop(FlexpriceCustomerClient Client);
}
