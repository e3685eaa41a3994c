using BillingClients.Core.Tests.Fixtures;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace BillingClients.Core.Tests.DependencyInjection;

/// <summary>Options that services of the application set: a key from a secret store that is itself registered.</summary>
public sealed class OptionsFromServicesTests
{
    private static readonly CustomerKey Someone = CustomerKey.FromExternalId("crm-1815");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_service_gives_the_key()
    {
        await using SimulatedApp app = await SimulatedApp.StartAsync();
        app.Flexprice.AcceptKey("sk_from_vault");
        await using ServiceProvider provider = app.Build(services => services.AddSingleton(new Vault("sk_from_vault")).AddFlexprice((services, options) =>
        {
            app.Reach(options);
            options.ApiKey = services.GetRequiredService<Vault>().Key;
        }));

        (await provider.GetRequiredService<ICustomerClient>().FindAsync(Someone, cancellationToken: Token)).ShouldBeNull();

        app.LastKey.ShouldBe("sk_from_vault");
    }

    [Fact]
    public async Task A_named_client_has_its_own()
    {
        await using SimulatedApp app = await SimulatedApp.StartAsync();
        app.Flexprice.AcceptKey("sk_eu");
        await using ServiceProvider provider = app.Build(services => services
            .AddSingleton(new Vault("sk_eu"))
            .AddFlexprice(app.Reach).Services
            .AddFlexprice("eu", (services, options) =>
            {
                app.Reach(options);
                options.ApiKeyProvider = _ => new(services.GetRequiredService<Vault>().Key);
                options.ApiKey = null;
            }));

        await provider.GetRequiredKeyedService<ICustomerClient>("eu").FindAsync(Someone, cancellationToken: Token);
        app.LastKey.ShouldBe("sk_eu");
        await provider.GetRequiredKeyedService<ICustomerClient>("flexprice").FindAsync(Someone, cancellationToken: Token);
        app.LastKey.ShouldBe(app.Flexprice.ApiKey);
    }

    [Fact]
    public async Task They_are_validated_when_the_application_starts()
    {
        HostApplicationBuilder builder = new(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Services.AddSingleton(new Vault("")).AddFlexprice(static (services, options) => options.ApiKey = services.GetRequiredService<Vault>().Key);
        using IHost host = builder.Build();

        (await Should.ThrowAsync<OptionsValidationException>(() => host.StartAsync(Token))).Message.ShouldStartWith("FlexpriceOptions of 'flexprice':ApiKey is missing.");
    }

    [Fact]
    public void A_scoped_service_is_refused_by_the_container()
    {
        using ServiceProvider provider = new ServiceCollection().AddScoped(static _ => new Vault("sk_1"))
            .AddFlexprice(static (services, options) => options.ApiKey = services.GetRequiredService<Vault>().Key).Services
            .BuildServiceProvider(validateScopes: true);
        using IServiceScope scope = provider.CreateScope();

        Should.Throw<InvalidOperationException>(() => scope.ServiceProvider.GetRequiredService<ICustomerClient>()).Message.ShouldContain("scoped service");
    }

    [Fact]
    public void A_null_function_is_refused() => Should.Throw<ArgumentNullException>(
        () => new ServiceCollection().AddFlexprice("eu", (Action<IServiceProvider, FlexpriceOptions>)null!)).ParamName.ShouldBe("configure");

    private sealed record Vault(string Key);
}
