using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace BillingClients.Providers.Tests.Flowglad;

/// <summary>The client as an application gets it from its services.</summary>
public sealed class RegistrationTests : FlowgladTest
{
    [Fact]
    public async Task The_registered_client_sends_the_bare_key()
    {
        ServiceCollection services = new();
        services.AddFlowglad(options =>
        {
            options.ApiKey = Fixture.Provider.ApiKey;
            options.BaseAddress = Fixture.Provider.BaseAddress;
        });
        await using ServiceProvider provider = services.BuildServiceProvider();

        Customer created = await provider.GetRequiredService<ICustomerClient>().CreateAsync(FlowgladFixture.Ada, cancellationToken: None);

        created.Provider.ShouldBe("flowglad");
        Fixture.Sent.ShouldHaveSingleItem().Header("Authorization").ShouldBe(Fixture.Provider.ApiKey);
    }

    [Fact]
    public async Task A_named_client_is_configured_by_a_section()
    {
        IConfiguration section = new ConfigurationBuilder()
            .AddInMemoryCollection([new("Billing:ApiKey", Fixture.Provider.ApiKey), new("Billing:BaseAddress", Fixture.Provider.BaseAddress.AbsoluteUri)])
            .Build()
            .GetSection("Billing");
        ServiceCollection services = new();
        services.AddFlowglad("second", section);
        await using ServiceProvider provider = services.BuildServiceProvider();

        ICustomerClient client = provider.GetRequiredKeyedService<ICustomerClient>("second");

        (await client.FindAsync(FlowgladFixture.AdaKey, cancellationToken: None)).ShouldBeNull();
    }
}
