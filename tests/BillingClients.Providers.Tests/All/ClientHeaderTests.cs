using System.Diagnostics;
using BillingClients.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace BillingClients.Providers.Tests.All;

/// <summary>Every request says who sends it and what it reads: once each, with or without a container.</summary>
public sealed class ClientHeaderTests
{
    private static readonly string Library =
        $"BillingClients/{FileVersionInfo.GetVersionInfo(typeof(ICustomerClient).Assembly.Location).ProductVersion!.Split('+')[0]}";

    public static TheoryData<string, bool> Ways =>
        [.. from provider in DiscoveredProvider.All from registered in (bool[])[true, false] select new TheoryDataRow<string, bool>(provider.Name, registered)];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Every_operation_sends_the_library_with_its_version_and_accepts_json(string provider, bool registered)
    {
        await using ProviderSimulator simulator = await ProviderSimulator.StartAsync(cancellationToken: Token);

        await CallAsync(simulator[provider], registered, applicationName: null);

        IReadOnlyList<JournalEntry> requests = simulator[provider].Requests;
        requests.Select(static request => request.Method).Distinct().Count().ShouldBeGreaterThan(1);
        requests.ShouldAllBe(static request => Sent(request, "User-Agent") == Library && Sent(request, "Accept") == "application/json");
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task The_application_stands_after_the_library(string provider, bool registered)
    {
        await using ProviderSimulator simulator = await ProviderSimulator.StartAsync(cancellationToken: Token);

        await CallAsync(simulator[provider], registered, "acme-portal/2.1 nightly");

        IReadOnlyList<JournalEntry> requests = simulator[provider].Requests;
        requests.Count.ShouldBeGreaterThan(2);
        requests.ShouldAllBe(static request => Sent(request, "User-Agent") == $"{Library} acme-portal/2.1 nightly");
    }

    [Theory]
    [MemberData(nameof(ProviderCase.Names), MemberType = typeof(ProviderCase))]
    public async Task What_an_application_sets_for_this_client_is_sent_in_place_of_ours(string provider)
    {
        await using ProviderSimulator simulator = await ProviderSimulator.StartAsync(cancellationToken: Token);
        ServiceCollection services = new();
        DiscoveredProvider.Called(provider).Register(services, Reach(simulator[provider], "acme-portal/2.1")).ConfigureHttpClient(static http =>
            http.ConfigureHttpClient(static client => client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", "acme/3 (nightly)")));
        await using ServiceProvider built = services.BuildServiceProvider();

        await built.GetRequiredService<ICustomerClient>().ListPageAsync(new CustomerListRequest(), cancellationToken: Token);

        Sent(simulator[provider].Requests.ShouldHaveSingleItem(), "User-Agent").ShouldBe("acme/3 (nightly)");
    }

    [Theory]
    [MemberData(nameof(ProviderCase.Names), MemberType = typeof(ProviderCase))]
    public async Task What_an_application_sets_for_all_of_its_clients_is_not_sent(string provider)
    {
        await using ProviderSimulator simulator = await ProviderSimulator.StartAsync(cancellationToken: Token);
        ServiceCollection services = new();
        services.ConfigureHttpClientDefaults(static http => http.ConfigureHttpClient(static client =>
        {
            client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", "everywhere/1");
            client.DefaultRequestHeaders.TryAddWithoutValidation("Accept", "text/html");
            client.DefaultRequestHeaders.TryAddWithoutValidation("X-Everywhere", "1");
        }));
        DiscoveredProvider.Called(provider).Register(services, Reach(simulator[provider], applicationName: null));
        await using ServiceProvider built = services.BuildServiceProvider();

        await built.GetRequiredService<ICustomerClient>().ListPageAsync(new CustomerListRequest(), cancellationToken: Token);

        JournalEntry request = simulator[provider].Requests.ShouldHaveSingleItem();
        (Sent(request, "User-Agent"), Sent(request, "Accept"), Sent(request, "X-Everywhere")).ShouldBe((Library, "application/json", ""));
    }

    // Lines of the header, so that one that is sent twice differs.
    private static string Sent(JournalEntry request, string header) =>
        string.Join('|', request.Headers.Where(each => each.Key == header).Select(static each => each.Value));

    private static Action<ProviderOptions> Reach(SimulatedProvider provider, string? applicationName) => options =>
    {
        options.ApiKey = provider.ApiKey;
        options.BaseAddress = provider.BaseAddress;
        options.ApplicationName = applicationName;
    };

    private static async Task CallAsync(SimulatedProvider provider, bool registered, string? applicationName)
    {
        DiscoveredProvider discovered = DiscoveredProvider.Called(provider.Name);
        Action<ProviderOptions> reach = Reach(provider, applicationName);
        if (registered)
        {
            ServiceCollection services = new();
            discovered.Register(services, reach);
            await using ServiceProvider built = services.BuildServiceProvider();
            await CallAsync(built.GetRequiredService<ICustomerClient>());
            return;
        }

        ProviderOptions options = discovered.NewOptions();
        reach(options);
        ICustomerClient client = discovered.Create(options);
        using IDisposable? connections = client as IDisposable;
        await CallAsync(client);
    }

    private static async Task CallAsync(ICustomerClient client)
    {
        CustomerCapabilities can = client.Provider.Capabilities;
        Customer ada = await client.CreateAsync(ProviderCase.Ada, cancellationToken: Token);
        CustomerKey key = can.Get.ById == Support.Unsupported ? CustomerKey.FromExternalId(ada.ExternalId!) : CustomerKey.FromId(ada.Id);
        await client.GetAsync(key, cancellationToken: Token);
        await client.ListPageAsync(new CustomerListRequest(), cancellationToken: Token);
        await client.UpdateAsync(key, new CustomerUpdate { Email = "ada.king@example.com" }, cancellationToken: Token);
        if (can.Delete != default)
        {
            await client.DeleteAsync(key, cancellationToken: Token);
        }
    }
}
