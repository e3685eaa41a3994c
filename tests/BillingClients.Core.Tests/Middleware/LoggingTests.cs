using BillingClients.Core.Tests.Fixtures;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace BillingClients.Core.Tests.Middleware;

/// <summary>The logging middleware says what happened, and shows what was sent only to those who ask for it.</summary>
public sealed class LoggingTests : IAsyncLifetime
{
    private static readonly CustomerCreate Canary = new()
    {
        ExternalId = "canary-id",
        Name = "Canary Name",
        Email = "canary@example.com",
        BillingAddress = new Address { Line1 = "Canary Lane 1", Country = "GB" },
        Metadata = new Dictionary<string, string> { ["note"] = "canary-note" },
    };

    private static readonly FakeTimeProvider Clock = new();

    private SimulatedApp _app = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _app = await SimulatedApp.StartAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Without_payload_every_operation_is_logged_and_nothing_personal()
    {
        await using ServiceProvider provider = _app.Build(services => services.AddSingleton<TimeProvider>(Clock).AddFlexprice(_app.Reach).UseLogging());
        ICustomerClient client = provider.GetRequiredService<ICustomerClient>();

        string id = await CallEverythingAsync(client);

        _app.Logs.Of(20).Select(entry => entry.Message).ShouldBe(
        [
            $"flexprice: customer.create done in 0 ms: {id}", $"flexprice: customer.get done in 0 ms: {id}", $"flexprice: customer.update done in 0 ms: {id}",
            "flexprice: customer.list done in 0 ms: 1 customer", "flexprice: customer.delete done in 0 ms: by Id",
        ]);
        _app.Logs.Of(24).ShouldHaveSingleItem().Message.ShouldBe("flexprice: customer.get found no such customer in 0 ms");
        _app.Logs.Of(21).ShouldHaveSingleItem().Message.ShouldBe("flexprice: customer.update failed with 404 (BillingNotFoundException) in 0 ms");
        _app.Logs.Entries.ShouldAllBe(entry => !entry.Message.Contains("canary", StringComparison.OrdinalIgnoreCase) && !entry.Message.Contains(_app.Flexprice.ApiKey));
    }

    [Fact]
    public async Task A_failure_without_an_answer_has_no_status()
    {
        await using ServiceProvider provider = _app.Build(services => services.AddSingleton<TimeProvider>(Clock).AddFlexprice(_app.Reach).UseLogging());

        await Should.ThrowAsync<UnsupportedFieldException>(
            () => provider.GetRequiredService<ICustomerClient>().CreateAsync(Canary with { TaxExempt = true }, cancellationToken: Token));

        _app.Logs.Of(21).ShouldHaveSingleItem().Message.ShouldBe("flexprice: customer.create failed with UnsupportedFieldException (TaxExempt) in 0 ms");
    }

    [Fact]
    public async Task With_payload_what_is_sent_and_received_is_shown_and_never_the_key()
    {
        await using ServiceProvider provider = _app.Build(services => services.AddSingleton<TimeProvider>(Clock).AddFlexprice(_app.Reach).UseLogging(includePayload: true));

        string id = await CallEverythingAsync(provider.GetRequiredService<ICustomerClient>());

        IReadOnlyList<LogEntry> sent = _app.Logs.Of(22);
        sent[0].Message.ShouldBe(
            "flexprice: customer.create sends: ExternalId = canary-id, Name = Canary Name, Email = canary@example.com, BillingAddress = [Canary Lane 1, GB], Metadata = [note: canary-note]");
        sent[2].Message.ShouldBe($"flexprice: customer.update sends: Id = {id}, Name = Canary King, Phone = null");
        sent[3].Message.ShouldBe("flexprice: customer.list sends: Email = canary@example.com");
        _app.Logs.Of(23)[0].Message.ShouldStartWith($"flexprice: customer.create received: Id = {id}, ExternalId = canary-id, Name = Canary Name");
        _app.Logs.Entries.ShouldAllBe(entry => !entry.Message.Contains(_app.Flexprice.ApiKey));
    }

    private static async Task<string> CallEverythingAsync(ICustomerClient client)
    {
        CustomerKey key = CustomerKey.FromId((await client.CreateAsync(Canary, cancellationToken: Token)).Id);
        await client.GetAsync(key, cancellationToken: Token);
        await client.UpdateAsync(key, new CustomerUpdate { Name = "Canary King", Phone = null }, cancellationToken: Token);
        await client.ListPageAsync(new CustomerListRequest { Email = "canary@example.com" }, cancellationToken: Token);
        await client.DeleteAsync(key, cancellationToken: Token);
        await Should.ThrowAsync<BillingNotFoundException>(() => client.GetAsync(CustomerKey.FromExternalId("canary-none"), cancellationToken: Token));
        await Should.ThrowAsync<BillingNotFoundException>(() => client.UpdateAsync(
            CustomerKey.FromExternalId("canary-none"), new CustomerUpdate { Name = "Canary" }, cancellationToken: Token));
        return key.Value;
    }
}
