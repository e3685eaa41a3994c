using BillingClients.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace BillingClients.Providers.Tests.All;

/// <summary>How each provider comes into an application, and which address and keys it takes.</summary>
public sealed class RegistrationTests
{
    private const string Canary = "hidden-1815";

    private static readonly Dictionary<string, string> DocumentedAddresses = new()
    {
        ["atlas"] = "https://api.atlas.co/functions/v1",
        ["runonatlas"] = "https://platform.runonatlas.com",
        ["flexprice"] = "https://api.cloud.flexprice.io/v1",
        ["flowglad"] = "https://app.flowglad.com",
        ["flex"] = "https://api.withflex.com",
    };

    [Theory]
    [MemberData(nameof(ProviderCase.Names), MemberType = typeof(ProviderCase))]
    public async Task A_client_that_is_registered_in_code_has_its_own_name_and_works(string provider)
    {
        await using Bench bench = await Bench.StartAsync(provider);

        bench.Client.GetService(DiscoveredProvider.Called(provider).ClientType).ShouldNotBeNull();
        (await CreateAsync(bench.Client)).Provider.ShouldBe(provider);
    }

    [Theory]
    [MemberData(nameof(ProviderCase.Names), MemberType = typeof(ProviderCase))]
    public async Task A_client_that_is_configured_with_services_of_the_application_works(string provider)
    {
        await using ProviderSimulator simulator = await ProviderSimulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        ServiceCollection services = new();
        services.AddSingleton(simulator[provider]);
        DiscoveredProvider.Called(provider).Register(services, Configure);
        DiscoveredProvider.Called(provider).Register(services, "second", Configure);
        await using ServiceProvider built = services.BuildServiceProvider();

        (await CreateAsync(built.GetRequiredKeyedService<ICustomerClient>(provider))).Provider.ShouldBe(provider);
        built.GetRequiredKeyedService<ICustomerClient>("second").ShouldNotBeSameAs(built.GetRequiredKeyedService<ICustomerClient>(provider));

        static void Configure(IServiceProvider provider, ProviderOptions options)
        {
            SimulatedProvider simulated = provider.GetRequiredService<SimulatedProvider>();
            (options.ApiKey, options.BaseAddress) = (simulated.ApiKey, simulated.BaseAddress);
        }
    }

    [Theory]
    [MemberData(nameof(ProviderCase.Names), MemberType = typeof(ProviderCase))]
    public async Task A_client_needs_a_key_and_nothing_else(string provider)
    {
        await using ProviderSimulator simulator = await ProviderSimulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        DiscoveredProvider discovered = DiscoveredProvider.Called(provider);

        ICustomerClient client = discovered.Create(simulator[provider].ApiKey);
        using IDisposable disposable = (IDisposable)client;

        client.GetType().ShouldBe(discovered.ClientType);
        client.Provider.ShouldBe(discovered.Descriptor);
        client.AsBuilder().Name.ShouldBe(provider);
    }

    [Theory]
    [MemberData(nameof(ProviderCase.Names), MemberType = typeof(ProviderCase))]
    public async Task A_client_that_is_configured_by_a_section_works_under_another_name(string provider)
    {
        await using ProviderSimulator simulator = await ProviderSimulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        IConfigurationSection section = new ConfigurationBuilder()
            .AddInMemoryCollection([new("Billing:ApiKey", simulator[provider].ApiKey), new("Billing:BaseAddress", simulator[provider].BaseAddress.AbsoluteUri)])
            .Build()
            .GetSection("Billing");
        ServiceCollection services = new();
        DiscoveredProvider.Called(provider).Register(services, "second", section);
        await using ServiceProvider built = services.BuildServiceProvider();

        (await CreateAsync(built.GetRequiredKeyedService<ICustomerClient>("second"))).Provider.ShouldBe(provider);
    }

    /// <summary>A new provider needs a line in <see cref="DocumentedAddresses"/>, and forms of its key in the two tests below.</summary>
    [Theory]
    [MemberData(nameof(ProviderCase.Names), MemberType = typeof(ProviderCase))]
    public void The_documented_address_is_the_default(string provider)
    {
        Assert.True(DocumentedAddresses.TryGetValue(provider, out string? documented), $"Add the address of {provider} to {nameof(DocumentedAddresses)}, and forms of its key to the tests of keys.");
        DiscoveredProvider.Called(provider).NewOptions().GetBaseAddress().ShouldBe(new Uri(documented));
    }

    [Theory]
    [InlineData("atlas", "sk_test_1815")]
    [InlineData("atlas", "sk_live_1815")]
    [InlineData("runonatlas", "a-secret-key")]
    [InlineData("flexprice", "sk_1815")]
    [InlineData("flowglad", "sk_test_Ty6a_3Kd9")]
    [InlineData("flowglad", "sk_live_Ty6a_3Kd9")]
    [InlineData("flowglad", "stg_sk_test_Ty6a_3Kd9")]
    [InlineData("flex", "fsk_test_01JD3Q5N0T8Y4W2V6X9Z1A7B3F")]
    [InlineData("flex", "fsk_01JD3Q5N0T8Y4W2V6X9Z1A7B3F")]
    public void A_key_of_a_documented_form_is_taken(string provider, string key) => Validate(provider, key).ShouldBeEmpty();

    [Theory]
    [InlineData("atlas", "pk_test_hidden-1815")]
    [InlineData("atlas", "hidden-1815")]
    [InlineData("atlas", "Bearer-sk_test_hidden-1815")]
    [InlineData("atlas", "SK_TEST_hidden-1815")]
    [InlineData("flexprice", "pk_test_hidden-1815")]
    [InlineData("flowglad", "fsk_test_hidden-1815")]
    [InlineData("flowglad", "pk_live_hidden-1815")]
    [InlineData("flowglad", "Bearer sk_test_hidden-1815")]
    [InlineData("flowglad", "SK_TEST_hidden-1815")]
    [InlineData("flex", "sk_test_hidden-1815")]
    [InlineData("flex", "FSK_hidden-1815")]
    [InlineData("flex", "Bearer-hidden-1815")]
    public void A_key_of_another_form_is_refused_and_not_shown(string provider, string key)
    {
        string failure = Validate(provider, key).ShouldHaveSingleItem();

        failure.ShouldStartWith("Billing:Here:ApiKey ");
        failure.ShouldNotContain(Canary);
    }

    [Theory]
    [InlineData("atlas", "pk_test_hidden-1815")]
    [InlineData("flexprice", "pk_test_hidden-1815")]
    [InlineData("flowglad", "pk_live_hidden-1815")]
    [InlineData("flex", "sk_test_hidden-1815")]
    public async Task A_calls_own_key_of_another_form_is_refused_before_sending(string provider, string key)
    {
        await using Bench bench = await Bench.StartAsync(provider);

        BillingValidationException refused = await Should.ThrowAsync<BillingValidationException>(
            () => bench.Client.CreateAsync(ProviderCase.Ada, new CallOptions { ApiKey = key }, TestContext.Current.CancellationToken));

        refused.Errors.ShouldHaveSingleItem().Field.ShouldBe("CallOptions.ApiKey");
        refused.ToString().ShouldNotContain(Canary);
        bench.Simulator.Journal.ShouldBeEmpty();
    }

    private static IReadOnlyList<string> Validate(string provider, string key)
    {
        ProviderOptions options = DiscoveredProvider.Called(provider).NewOptions();
        options.ApiKey = key;
        return options.Validate("Billing:Here");
    }

    private static Task<Customer> CreateAsync(ICustomerClient client) =>
        client.CreateAsync(ProviderCase.Ada, cancellationToken: TestContext.Current.CancellationToken);
}
