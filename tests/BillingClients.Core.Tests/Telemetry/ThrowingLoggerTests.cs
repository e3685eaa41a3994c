using BillingClients.Core.Tests.Fixtures;
using BillingClients.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BillingClients.Core.Tests.Telemetry;

/// <summary>A logger that throws changes no outcome: neither a result nor a failure.</summary>
public sealed class ThrowingLoggerTests
{
    private static readonly CustomerKey Nobody = CustomerKey.FromId("cust_none");

    public static TheoryData<ThrowingLogger.ThrowsIn> Ways => [ThrowingLogger.ThrowsIn.Log, ThrowingLogger.ThrowsIn.IsEnabled, ThrowingLogger.ThrowsIn.EndScope];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task It_changes_no_outcome_of_a_client_without_a_container(ThrowingLogger.ThrowsIn way)
    {
        await using SimulatedApp app = await SimulatedApp.StartAsync();
        using ThrowingLogger logger = new() { Throws = way };
        FlexpriceOptions options = new() { UnsupportedFields = UnsupportedFields.Ignore };
        app.Reach(options);
        using FlexpriceCustomerClient client = new(options, logger);

        await CallAsync(app, client);

        logger.Asked.ShouldBeGreaterThan(4);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task It_changes_no_outcome_of_the_logging_middleware(ThrowingLogger.ThrowsIn way)
    {
        await using SimulatedApp app = await SimulatedApp.StartAsync();
        using ThrowingLogger logger = new() { Throws = way };
        FlexpriceOptions options = new() { UnsupportedFields = UnsupportedFields.Ignore };
        app.Reach(options);
        using LoggingCustomerClient client = new(new FlexpriceCustomerClient(options), "flexprice", logger) { IncludePayload = true };

        await CallAsync(app, client);

        logger.Asked.ShouldBeGreaterThan(4);
    }

    [Fact]
    public async Task It_does_not_disturb_a_reload_that_is_refused()
    {
        await using SimulatedApp app = await SimulatedApp.StartAsync();
        Settings settings = app.Settings();
        using ThrowingLogger logger = new();
        await using ServiceProvider provider = app.Build(services => services.AddFlexprice(settings.Section).UseLogging().Services.AddSingleton<ILoggerFactory>(logger));
        ICustomerClient client = provider.GetRequiredService<ICustomerClient>();

        settings.Change(("MaxAttempts", "0"));

        (await client.FindAsync(Nobody, cancellationToken: Token)).ShouldBeNull();
        logger.Asked.ShouldBeGreaterThan(1);
    }

    [Fact]
    public async Task It_changes_no_outcome_of_the_fake()
    {
        using ThrowingLogger logger = new();
        using LoggerFactory factory = new([logger]);
        using FakeCustomerClient fake = new(
            new ProviderDescriptor("own", "Own", FakeCustomerClient.Everything with { Fields = new Dictionary<CustomerField, FieldSupport>() }),
            UnsupportedFields.Ignore,
            logger: factory.CreateLogger<FakeCustomerClient>());

        await fake.CreateAsync(new CustomerCreate { ExternalId = "crm-1815", Description = "left out" }, cancellationToken: Token);

        fake.Customers.ShouldHaveSingleItem();
    }

    private static async Task CallAsync(SimulatedApp app, ICustomerClient client)
    {
        app.Flexprice.Fault(SimulatedFault.ErrorBeforeCommit(503));
        await client.CreateAsync(SimulatedApp.Ada with { Description = "left out" }, cancellationToken: Token);
        app.Flexprice.Customers.ShouldHaveSingleItem();
        (await Should.ThrowAsync<BillingConflictException>(() => client.CreateAsync(SimulatedApp.Ada, cancellationToken: Token))).StatusCode.ShouldBe(409);
        (await client.FindAsync(Nobody, cancellationToken: Token)).ShouldBeNull();
        (await client.ListPageAsync(new CustomerListRequest(), cancellationToken: Token)).Items.ShouldHaveSingleItem();
        await Should.ThrowAsync<BillingValidationException>(() => client.GetAsync(default, cancellationToken: Token));
    }
}
