using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace BillingClients.Providers.Tests.RunOnAtlas;

/// <summary>The ways to get a client.</summary>
public sealed class RegistrationTests
{
    [Fact]
    public void The_documented_address_is_the_default() =>
        new RunOnAtlasOptions { ApiKey = "a-secret-key" }.GetBaseAddress().ShouldBe(new Uri("https://platform.runonatlas.com"));

    [Fact]
    public void A_key_of_any_form_is_taken_because_none_is_documented() =>
        new RunOnAtlasOptions { ApiKey = "a-secret-key" }.Validate("Billing:RunOnAtlas").ShouldBeEmpty();

    [Fact]
    public async Task A_registered_client_works_under_its_own_name_and_under_another()
    {
        RunOnAtlasFixture fixture = new();
        await fixture.InitializeAsync();
        IConfiguration configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["Billing:RunOnAtlas:ApiKey"] = fixture.Provider.ApiKey,
                ["Billing:RunOnAtlas:BaseAddress"] = fixture.Provider.BaseAddress.AbsoluteUri,
            })
            .Build();
        ServiceCollection services = new();
        services.AddRunOnAtlas(options =>
        {
            options.ApiKey = fixture.Provider.ApiKey;
            options.BaseAddress = fixture.Provider.BaseAddress;
        });
        services.AddRunOnAtlas("second", configuration.GetSection("Billing:RunOnAtlas"));
        await using (ServiceProvider provider = services.BuildServiceProvider())
        {
            ICustomerClient first = provider.GetRequiredKeyedService<ICustomerClient>("runonatlas");
            ICustomerClient second = provider.GetRequiredKeyedService<ICustomerClient>("second");
            Customer created = await first.CreateAsync(RunOnAtlasFixture.Ada, cancellationToken: CancellationToken.None);
            Customer found = await second.GetAsync(RunOnAtlasFixture.AdaKey, cancellationToken: CancellationToken.None);

            found.Id.ShouldBe(created.Id);
        }

        await fixture.DisposeAsync();
    }

    [Fact]
    public async Task A_disposed_client_says_so()
    {
        RunOnAtlasFixture fixture = new();
        await fixture.InitializeAsync();
        await fixture.DisposeAsync();

        await Should.ThrowAsync<ObjectDisposedException>(fixture.Client.GetAsync(RunOnAtlasFixture.AdaKey, cancellationToken: CancellationToken.None));
    }
}
