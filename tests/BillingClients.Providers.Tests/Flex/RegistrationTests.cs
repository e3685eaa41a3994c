using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace BillingClients.Providers.Tests.Flex;

/// <summary>How Flex comes into an application.</summary>
public sealed class RegistrationTests : IAsyncLifetime
{
    private readonly FlexFixture _fixture = new();

    public ValueTask InitializeAsync() => _fixture.InitializeAsync();

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    [Fact]
    public async Task It_is_configured_by_a_section_with_its_own_settings_in_it()
    {
        IConfiguration configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Billing:Flex:ApiKey"] = _fixture.Provider.ApiKey,
            ["Billing:Flex:BaseAddress"] = _fixture.Provider.BaseAddress.ToString(),
            ["Billing:Flex:RetryBaseDelay"] = "00:00:00",
            ["Billing:Flex:ResendAmbiguousCreates"] = "true",
            ["Billing:Flex:LookBeforeCreate"] = "false",
        }).Build();
        ServiceCollection services = new();
        services.AddFlex("flex-us", configuration.GetSection("Billing:Flex"));
        await using ServiceProvider provider = services.BuildServiceProvider();
        _fixture.Provider.Answer(500, "{}");

        Customer created = await provider.GetRequiredKeyedService<ICustomerClient>("flex-us")
            .CreateAsync(FlexFixture.Ada with { Email = null }, cancellationToken: TestContext.Current.CancellationToken);

        created.Response!.Attempts.ShouldBe(2);
        _fixture.Provider.Requests.ShouldAllBe(request => request.Method == "POST");
        await provider.GetRequiredKeyedService<ICustomerClient>("flex-us").CreateAsync(FlexFixture.Ada, cancellationToken: TestContext.Current.CancellationToken);
        _fixture.Provider.Requests.ShouldAllBe(request => request.Method == "POST");
    }
}
