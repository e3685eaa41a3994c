using Microsoft.Extensions.DependencyInjection;

namespace BillingClients.Core.Tests.DependencyInjection;

/// <summary>A name that no client has, asked of the container itself, and what else the container does about names.</summary>
public sealed class UnknownNameTests
{
    private const string Message = "No billing client is named 'Flexprice'. Did you mean 'flexprice'? Names are compared with case. Registered: flexprice.";

    [Fact]
    public void A_wrong_name_in_a_constructor_is_told_with_the_right_one()
    {
        using ServiceProvider provider = Build(static services => services.AddSingleton<Shop>());

        Should.Throw<InvalidOperationException>(provider.GetRequiredService<Shop>).Message.ShouldBe(Message);
    }

    [Fact]
    public void An_optional_parameter_with_a_wrong_name_throws_too()
    {
        using ServiceProvider provider = Build(static services => services.AddSingleton<OptionalShop>());

        Should.Throw<InvalidOperationException>(provider.GetRequiredService<OptionalShop>).Message.ShouldBe(Message);
    }

    [Fact]
    public void A_key_that_is_not_a_string_is_told_that_names_are() =>
        Should.Throw<InvalidOperationException>(() => Build().GetRequiredKeyedService<ICustomerClient>(FlexpriceRegion.India)).Message.ShouldBe(
            "Billing clients are registered under names, and the key is a FlexpriceRegion. Ask with the name as a string. Registered: flexprice.");

    [Fact]
    public void The_container_says_that_every_name_is_registered()
    {
        using ServiceProvider provider = Build();
        IServiceProviderIsKeyedService known = provider.GetRequiredService<IServiceProviderIsKeyedService>();

        known.IsKeyedService(typeof(ICustomerClient), "flexprice").ShouldBeTrue();
        known.IsKeyedService(typeof(ICustomerClient), "Flexprice").ShouldBeTrue();
        known.IsService(typeof(ICustomerClient)).ShouldBeTrue();
        provider.GetRequiredService<ICustomerClientFactory>().Names.Contains("Flexprice").ShouldBeFalse();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_keyed_client_of_the_applications_own_is_found_whenever_it_was_registered(bool before)
    {
        FlexpriceCustomerClient own = new("sk_own");
        ServiceCollection services = new();
        if (before)
        {
            services.AddKeyedSingleton<ICustomerClient>("own", own);
        }

        services.AddFlexprice(static options => options.ApiKey = "sk_1");
        if (!before)
        {
            services.AddKeyedSingleton<ICustomerClient>("own", own);
        }

        using ServiceProvider provider = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });

        provider.GetRequiredKeyedService<ICustomerClient>("own").ShouldBeSameAs(own);
        provider.GetRequiredService<ICustomerClientFactory>().Get("own").ShouldBeSameAs(own);
        provider.GetRequiredKeyedService<ICustomerClient>("flexprice").ShouldNotBeSameAs(own);
        own.Dispose();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_client_that_the_application_registers_for_every_name_is_found_whenever_it_was_registered(bool before)
    {
        using FlexpriceCustomerClient own = new("sk_own");
        ServiceCollection services = new();
        if (before)
        {
            services.AddKeyedSingleton<ICustomerClient>(KeyedService.AnyKey, (_, _) => own);
        }

        services.AddFlexprice(static options => options.ApiKey = "sk_1");
        if (!before)
        {
            services.AddKeyedSingleton<ICustomerClient>(KeyedService.AnyKey, (_, _) => own);
        }

        using ServiceProvider provider = services.BuildServiceProvider();

        provider.GetRequiredKeyedService<ICustomerClient>("anything").ShouldBeSameAs(own);
        provider.GetRequiredKeyedService<ICustomerClient>("flexprice").ShouldNotBeSameAs(own);
    }

    private static ServiceProvider Build(Action<IServiceCollection>? register = null)
    {
        ServiceCollection services = new();
        services.AddFlexprice(static options => options.ApiKey = "sk_1");
        register?.Invoke(services);
        return services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }

    private sealed record Shop([FromKeyedServices("Flexprice")] ICustomerClient Client);

    private sealed record OptionalShop([FromKeyedServices("Flexprice")] ICustomerClient? Client = null);
}
