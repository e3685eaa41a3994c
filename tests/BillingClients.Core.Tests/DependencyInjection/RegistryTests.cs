using BillingClients.Providers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BillingClients.Core.Tests.DependencyInjection;

/// <summary>The registry that tools such as a simulator stand on.</summary>
public sealed class RegistryTests
{
    [Fact]
    public void It_is_one_per_service_collection_and_lists_what_was_registered()
    {
        ServiceCollection services = new();
        services.AddFlexprice("eu", static options => options.ApiKey = "sk_1");
        services.AddFlexprice("us", static options => options.ApiKey = "sk_2");

        CustomerClientRegistry registry = CustomerClientRegistry.Of(services);

        registry.ShouldBeSameAs(CustomerClientRegistry.Of(services));
        registry.Registrations.Select(registration => (registration.Name, registration.Provider.Name)).ShouldBe([("eu", "flexprice"), ("us", "flexprice")]);
        CustomerClientRegistry.Of(new ServiceCollection()).Registrations.ShouldBeEmpty();
    }

    [Fact]
    public void An_action_sees_those_that_are_there_and_those_that_come()
    {
        ServiceCollection services = new();
        List<string> seen = [];
        services.AddFlexprice("before", static options => options.ApiKey = "sk_1");
        CustomerClientRegistry.Of(services).ForEach((CustomerClientRegistration registration) => seen.Add(registration.HttpClientName));
        services.AddFlexprice("after", static options => options.ApiKey = "sk_2");

        seen.ShouldBe(["BillingClients.before", "BillingClients.after"]);
    }

    [Fact]
    public void What_is_changed_last_is_what_counts()
    {
        ServiceCollection services = new();
        services.AddFlexprice(static options => (options.ApiKey, options.MaxAttempts) = ("sk_1", 9));
        CustomerClientRegistry.Of(services).Registrations[0].PostConfigure(services, static options => options.MaxAttempts = 2);
        using ServiceProvider provider = services.BuildServiceProvider();

        provider.GetRequiredService<IOptionsMonitor<FlexpriceOptions>>().Get("flexprice").MaxAttempts.ShouldBe(2);
    }

    [Fact]
    public async Task A_replacement_is_used_in_place_of_the_providers_client_and_needs_no_valid_options()
    {
        ServiceCollection services = new();
        services.AddFlexprice(static options => options.MaxAttempts = 2);
        services.AddFlexprice("eu", static options => options.ApiKey = "sk_1");
        using Testing.FakeCustomerClient first = new();
        using Testing.FakeCustomerClient last = new();
        CustomerClientRegistration registration = CustomerClientRegistry.Of(services).Registrations[0];
        registration.Replace(services, _ => first);
        registration.Replace(services, _ => last);
        await using ServiceProvider provider = services.BuildServiceProvider();

        provider.GetRequiredService<IStartupValidator>().Validate();

        provider.GetRequiredKeyedService<ICustomerClient>("flexprice").ShouldBeSameAs(last);
        provider.GetRequiredKeyedService<ICustomerClient>("eu").ShouldBeOfType<FlexpriceCustomerClient>();
        registration.GetOptions(provider).MaxAttempts.ShouldBe(2);
    }
}
