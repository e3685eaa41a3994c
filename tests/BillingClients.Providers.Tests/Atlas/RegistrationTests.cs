using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace BillingClients.Providers.Tests.Atlas;

/// <summary>How Atlas comes into an application.</summary>
public sealed class RegistrationTests : IAsyncLifetime
{
    private readonly AtlasFixture _fixture = new();

    public ValueTask InitializeAsync() => _fixture.InitializeAsync();

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    [Fact]
    public async Task It_is_registered_by_its_name_and_its_client_works()
    {
        ServiceCollection services = new();
        services.AddAtlas(options =>
        {
            options.ApiKey = _fixture.Provider.ApiKey;
            options.BaseAddress = _fixture.Provider.BaseAddress;
        });
        await using ServiceProvider provider = services.BuildServiceProvider();

        ICustomerClient client = provider.GetRequiredKeyedService<ICustomerClient>("atlas");

        client.GetService<AtlasCustomerClient>().ShouldNotBeNull();
        (await client.CreateAsync(AtlasFixture.Ada, cancellationToken: TestContext.Current.CancellationToken)).Provider.ShouldBe("atlas");
    }

    [Fact]
    public async Task It_is_configured_by_a_section()
    {
        IConfiguration configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Billing:Atlas:ApiKey"] = _fixture.Provider.ApiKey,
            ["Billing:Atlas:BaseAddress"] = _fixture.Provider.BaseAddress.ToString(),
        }).Build();
        ServiceCollection services = new();
        services.AddAtlas("atlas-eu", configuration.GetSection("Billing:Atlas"));
        await using ServiceProvider provider = services.BuildServiceProvider();

        Customer created = await provider.GetRequiredKeyedService<ICustomerClient>("atlas-eu")
            .CreateAsync(AtlasFixture.Ada, cancellationToken: TestContext.Current.CancellationToken);

        created.Email.ShouldBe("ada@example.com");
    }
}
