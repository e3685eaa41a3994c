using System.Reflection;
using BillingClients.Providers;
using BillingClients.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace BillingClients.Hosting.Tests;

/// <summary>Every provider's client can be made with <c>new</c>, with a key or with options, and tells its provider without a client.</summary>
public sealed class ConstructionTests
{
    public static TheoryData<string> Names => [.. DiscoveredProvider.All.Select(static provider => provider.Name)];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Names))]
    public void A_key_is_enough(string name)
    {
        DiscoveredProvider provider = DiscoveredProvider.Called(name);

        using IDisposable client = (IDisposable)New(provider, name == "flex" ? "fsk_test_1" : "sk_test_1");

        ((ICustomerClient)client).Provider.ShouldBeSameAs(provider.Descriptor);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_key_that_cannot_be_one_is_refused_without_showing_it(string name) =>
        Should.Throw<ArgumentException>(() => New(DiscoveredProvider.Called(name), "sk canary")).Message.ShouldStartWith(
            $"{DiscoveredProvider.Called(name).OptionsType.Name}:ApiKey contains a space, a line break or another character that is not allowed in a header.");

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Options_make_a_client_that_works(string name)
    {
        await using ProviderSimulator simulator = await ProviderSimulator.StartAsync(cancellationToken: Token);
        DiscoveredProvider provider = DiscoveredProvider.Called(name);
        ProviderOptions options = provider.NewOptions();
        (options.ApiKey, options.BaseAddress) = (simulator[name].ApiKey, simulator[name].BaseAddress);
        ICustomerClient client = provider.Create(options);
        using IDisposable owned = (IDisposable)client;

        (await client.ListPageAsync(new CustomerListRequest(), cancellationToken: Token)).Items.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_descriptor_needs_no_client(string name)
    {
        DiscoveredProvider provider = DiscoveredProvider.Called(name);

        provider.ClientType.GetProperty("Descriptor", BindingFlags.Public | BindingFlags.Static)!.GetValue(null).ShouldBeSameAs(provider.Descriptor);
    }

    [Fact]
    public async Task Every_provider_can_be_configured_from_services()
    {
        ServiceCollection services = new();
        services.AddSingleton(new Vault("sk_test_1"));
        services.AddAtlas(static (vault, options) => options.ApiKey = KeyFrom(vault));
        services.AddAtlas("atlas-2", static (vault, options) => options.ApiKey = KeyFrom(vault));
        services.AddRunOnAtlas(static (vault, options) => options.ApiKey = KeyFrom(vault));
        services.AddRunOnAtlas("runonatlas-2", static (vault, options) => options.ApiKey = KeyFrom(vault));
        services.AddFlexprice(static (vault, options) => options.ApiKey = KeyFrom(vault));
        services.AddFlexprice("flexprice-2", static (vault, options) => options.ApiKey = KeyFrom(vault));
        services.AddFlowglad(static (vault, options) => options.ApiKey = KeyFrom(vault));
        services.AddFlowglad("flowglad-2", static (vault, options) => options.ApiKey = KeyFrom(vault));
        services.AddFlex(static (vault, options) => options.ApiKey = $"f{KeyFrom(vault)}");
        services.AddFlex("flex-2", static (vault, options) => options.ApiKey = $"f{KeyFrom(vault)}");
        await using ServiceProvider provider = services.BuildServiceProvider(validateScopes: true);
        ICustomerClientFactory clients = provider.GetRequiredService<ICustomerClientFactory>();

        clients.Names.Select(name => clients.Get(name).Provider.Name).Distinct().ShouldBe(Names.Select(static name => (string)name), ignoreOrder: true);
        clients.Names.Count.ShouldBe(2 * DiscoveredProvider.All.Count);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Asking_a_container_for_the_client_type_says_what_to_ask_for(string name)
    {
        DiscoveredProvider provider = DiscoveredProvider.Called(name);
        ServiceCollection services = new();
        provider.Register(services, static _ => { });
        using ServiceProvider container = services.BuildServiceProvider();

        Should.Throw<InvalidOperationException>(() => container.GetRequiredService(provider.ClientType)).Message.ShouldStartWith(
            $"{provider.ClientType.Name} is not in the container. Ask for ICustomerClient;");
    }

    private static string KeyFrom(IServiceProvider services) => services.GetRequiredService<Vault>().Key;

    private static object New(DiscoveredProvider provider, string apiKey) =>
        provider.ClientType.GetConstructor([typeof(string)])!.Invoke(BindingFlags.DoNotWrapExceptions, binder: null, [apiKey], culture: null);

    private sealed record Vault(string Key);
}
