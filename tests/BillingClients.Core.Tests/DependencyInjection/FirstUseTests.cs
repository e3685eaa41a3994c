using BillingClients.Core.Tests.Fixtures;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace BillingClients.Core.Tests.DependencyInjection;

/// <summary>Options are validated when they are first used, whatever was valid when the host started, and whoever asks for the HTTP client.</summary>
public sealed class FirstUseTests
{
    private static readonly CustomerKey Someone = CustomerKey.FromExternalId("crm-1815");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("BaseAddress", "http://elsewhere.example/v1")]
    [InlineData("TotalTimeout", "00:00:00")]
    [InlineData("ApiKey", "")]
    [InlineData("UnsupportedFields", "99")]
    public async Task A_reload_between_the_start_and_the_first_use_that_is_not_valid_is_refused(string setting, string value)
    {
        await using SimulatedApp app = await SimulatedApp.StartAsync();
        Settings settings = app.Settings();
        using IHost host = Host(settings);
        await host.StartAsync(Token);

        settings.Change((setting, value));

        Should.Throw<OptionsValidationException>(() => host.Services.GetRequiredService<ICustomerClient>()).Message.ShouldStartWith($"Billing:Flexprice:{setting} ");
        Should.Throw<OptionsValidationException>(() => host.Services.GetRequiredService<IHttpClientFactory>().CreateClient("BillingClients.flexprice"));
        app.Simulator.Journal.ShouldBeEmpty();
    }

    [Fact]
    public async Task When_it_is_mended_the_client_works()
    {
        await using SimulatedApp app = await SimulatedApp.StartAsync();
        Settings settings = app.Settings();
        using IHost host = Host(settings);
        await host.StartAsync(Token);
        settings.Change(("TotalTimeout", "00:00:00"));
        Should.Throw<OptionsValidationException>(() => host.Services.GetRequiredService<ICustomerClient>());

        settings.Change(("TotalTimeout", "00:00:20"));

        (await host.Services.GetRequiredService<ICustomerClient>().FindAsync(Someone, cancellationToken: Token)).ShouldBeNull();
    }

    [Fact]
    public async Task Options_that_somebody_changes_in_the_monitor_change_nothing()
    {
        await using SimulatedApp app = await SimulatedApp.StartAsync();
        await using ServiceProvider provider = app.Build(services => services.AddFlexprice(app.Reach));
        ICustomerClient client = provider.GetRequiredService<ICustomerClient>();
        FlexpriceOptions options = provider.GetRequiredService<IOptionsMonitor<FlexpriceOptions>>().Get("flexprice");
        options.TotalTimeout = TimeSpan.Zero;
        options.ApiKey = "sk_never_sent";
        options.BaseAddress = new Uri("http://elsewhere.example/");

        (await client.FindAsync(Someone, cancellationToken: Token)).ShouldBeNull();

        app.LastKey.ShouldBe(app.Flexprice.ApiKey);
    }

    [Fact]
    public async Task Options_that_the_monitor_makes_anew_change_nothing()
    {
        await using SimulatedApp app = await SimulatedApp.StartAsync();
        Settings settings = app.Settings();
        await using ServiceProvider provider = app.Build(services => services.AddFlexprice(settings.Section));
        ICustomerClient client = provider.GetRequiredService<ICustomerClient>();
        settings.Section["BaseAddress"] = "http://elsewhere.example/";
        provider.GetRequiredService<IOptionsMonitorCache<FlexpriceOptions>>().Clear();
        provider.GetRequiredService<IOptionsMonitor<FlexpriceOptions>>().Get("flexprice").BaseAddress!.Host.ShouldBe("elsewhere.example");

        (await client.FindAsync(Someone, cancellationToken: Token)).ShouldBeNull();
    }

    private static IHost Host(Settings settings)
    {
        HostApplicationBuilder builder = new(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Services.AddFlexprice(settings.Section);
        return builder.Build();
    }
}
