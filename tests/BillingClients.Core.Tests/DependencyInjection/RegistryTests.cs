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
}
