using BillingClients.Core.Tests.Fixtures;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BillingClients.Core.Tests.DependencyInjection;

/// <summary>What is changed in configuration is used by the next call; what is not valid there changes nothing and is said.</summary>
public sealed class ReloadTests
{
    private static readonly CustomerKey Someone = CustomerKey.FromExternalId("crm-1815");

    [Fact]
    public async Task A_rotated_key_is_used_by_the_next_call()
    {
        await using SimulatedApp app = await SimulatedApp.StartAsync();
        Settings settings = app.Settings();
        await using ServiceProvider provider = app.Build(services => services.AddFlexprice(settings.Section));
        ICustomerClient client = provider.GetRequiredService<ICustomerClient>();
        await client.FindAsync(Someone, cancellationToken: TestContext.Current.CancellationToken);

        app.Flexprice.RevokeKey(app.Flexprice.ApiKey);
        app.Flexprice.AcceptKey("sk_rotated");
        settings.Change(("ApiKey", "sk_rotated"));

        (await client.FindAsync(Someone, cancellationToken: TestContext.Current.CancellationToken)).ShouldBeNull();
        app.LastKey.ShouldBe("sk_rotated");
        app.Logs.Of(5).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("ApiKey", "")]
    [InlineData("ApiKey", "sk canary")]
    [InlineData("MaxAttempts", "0")]
    [InlineData("TotalTimeout", "soon")]
    [InlineData("Misspelt", "canary")]
    [InlineData("ApplicationName", "canary;")]
    [InlineData("BaseAddress", "https://elsewhere.example/")]
    public async Task A_change_that_is_not_valid_keeps_all_settings_and_is_logged_without_a_secret(string setting, string value)
    {
        await using SimulatedApp app = await SimulatedApp.StartAsync();
        Settings settings = app.Settings();
        await using ServiceProvider provider = app.Build(services => services.AddFlexprice(settings.Section));
        ICustomerClient client = provider.GetRequiredService<ICustomerClient>();

        settings.Change(("ApiKey", "sk_never_sent"), (setting, value));
        await client.FindAsync(Someone, cancellationToken: TestContext.Current.CancellationToken);

        app.LastKey.ShouldBe(app.Flexprice.ApiKey);
        LogEntry said = app.Logs.Of(5).ShouldHaveSingleItem();
        said.Level.ShouldBe(LogLevel.Error);
        said.Message.ShouldStartWith("flexprice: the changed configuration is not valid, the one before stays in force. Billing:Flexprice:");
        said.Message.ShouldContain(setting == "BaseAddress" ? "Restart" : setting);
        said.Message.ShouldNotContain("canary");
        said.Message.ShouldNotContain("sk_never_sent");
    }

    [Fact]
    public async Task Another_name_of_the_application_is_used_by_the_next_call()
    {
        await using SimulatedApp app = await SimulatedApp.StartAsync();
        Settings settings = app.Settings(("ApplicationName", "acme-portal/2.1"));
        await using ServiceProvider provider = app.Build(services => services.AddFlexprice(settings.Section));
        ICustomerClient client = provider.GetRequiredService<ICustomerClient>();
        await client.FindAsync(Someone, cancellationToken: TestContext.Current.CancellationToken);

        settings.Change(("ApplicationName", "acme-portal/2.2"));
        await client.FindAsync(Someone, cancellationToken: TestContext.Current.CancellationToken);
        settings.Change(("ApplicationName", null));
        await client.FindAsync(Someone, cancellationToken: TestContext.Current.CancellationToken);

        app.Flexprice.Requests.Select(static request => request.Header("User-Agent")!.Split(' ').Skip(1)).ShouldBe(
            [["acme-portal/2.1"], ["acme-portal/2.2"], []]);
    }

    [Fact]
    public async Task After_a_bad_change_a_good_one_is_taken()
    {
        await using SimulatedApp app = await SimulatedApp.StartAsync();
        Settings settings = app.Settings();
        await using ServiceProvider provider = app.Build(services => services.AddFlexprice(settings.Section));
        ICustomerClient client = provider.GetRequiredService<ICustomerClient>();

        settings.Change(("ApiKey", ""));
        app.Flexprice.AcceptKey("sk_rotated");
        settings.Change(("ApiKey", "sk_rotated"));
        await client.FindAsync(Someone, cancellationToken: TestContext.Current.CancellationToken);

        app.LastKey.ShouldBe("sk_rotated");
    }

    [Fact]
    public async Task A_change_of_one_client_leaves_the_other_alone()
    {
        await using SimulatedApp app = await SimulatedApp.StartAsync();
        Settings settings = app.Settings();
        await using ServiceProvider provider = app.Build(services => services.AddFlexprice("followed", settings.Section).Services.AddFlexprice("fixed", app.Reach));
        app.Flexprice.AcceptKey("sk_rotated");
        settings.Change(("ApiKey", "sk_rotated"));

        await provider.GetRequiredKeyedService<ICustomerClient>("fixed").FindAsync(Someone, cancellationToken: TestContext.Current.CancellationToken);
        app.LastKey.ShouldBe(app.Flexprice.ApiKey);
        await provider.GetRequiredKeyedService<ICustomerClient>("followed").FindAsync(Someone, cancellationToken: TestContext.Current.CancellationToken);
        app.LastKey.ShouldBe("sk_rotated");
    }

    [Fact]
    public async Task A_disposed_container_stops_following()
    {
        await using SimulatedApp app = await SimulatedApp.StartAsync();
        Settings settings = app.Settings();
        ServiceProvider provider = app.Build(services => services.AddFlexprice(settings.Section));
        provider.GetRequiredService<ICustomerClient>();
        await provider.DisposeAsync();

        settings.Change(("ApiKey", ""));

        app.Logs.Of(5).ShouldBeEmpty();
    }
}
