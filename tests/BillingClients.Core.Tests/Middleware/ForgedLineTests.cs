using BillingClients.Core.Tests.Fixtures;
using BillingClients.Testing;

namespace BillingClients.Core.Tests.Middleware;

/// <summary>Whatever a customer or an inner client holds, what the logging middleware writes stays one line.</summary>
public sealed class ForgedLineTests
{
    [Fact]
    public async Task A_line_break_in_a_payload_is_escaped()
    {
        using LogRecorder logs = new();
        using LoggingCustomerClient client = new(new FakeCustomerClient(), "fake", logs.CreateLogger(BillingTelemetry.Name)) { IncludePayload = true };

        await client.CreateAsync(
            new CustomerCreate { Name = "Ada\r\n2026 [CRIT] forged\u2028forged\u0085forged\u001b[31m" }, cancellationToken: TestContext.Current.CancellationToken);

        logs.Entries.Count.ShouldBe(3);
        logs.Entries.ShouldAllBe(static entry => !entry.Message.Any(static c => char.IsControl(c) || c == '\u2028'));
        logs.Of(22).ShouldHaveSingleItem().Message.ShouldBe("fake: customer.create sends: Name = Ada\\u000d\\u000a2026 [CRIT] forged\\u2028forged\\u0085forged\\u001b[31m");
    }

    [Fact]
    public async Task A_line_break_in_an_id_of_an_inner_client_of_another_kind_is_escaped()
    {
        using LogRecorder logs = new();
        FakeCustomerClient fake = new();
        using LoggingCustomerClient client = new(new Renaming(fake), "fake", logs.CreateLogger(BillingTelemetry.Name));

        await client.CreateAsync(new CustomerCreate { Name = "Ada" }, cancellationToken: TestContext.Current.CancellationToken);

        logs.Of(20).ShouldHaveSingleItem().Message.ShouldMatch(@"^fake: customer\.create done in [0-9.]+ ms: c1\\u000aforged$");
    }

    private sealed class Renaming(ICustomerClient inner) : DelegatingCustomerClient(inner)
    {
        public override async Task<Customer> CreateAsync(CustomerCreate customer, CallOptions? options = null, CancellationToken cancellationToken = default) =>
            await base.CreateAsync(customer, options, cancellationToken) with { Id = "c1\nforged" };
    }
}
