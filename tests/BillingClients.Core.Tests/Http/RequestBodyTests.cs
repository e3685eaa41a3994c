using System.Globalization;
using System.Text;
using BillingClients.Core.Tests.Fixtures;
using BillingClients.Core.Tests.Providers;
using BillingClients.Providers;
using BillingClients.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace BillingClients.Core.Tests.Http;

/// <summary>How the body of a request is sent.</summary>
public sealed class RequestBodyTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_body_is_JSON_of_a_known_length()
    {
        await using SimulatedApp app = await SimulatedApp.StartAsync();
        await using ServiceProvider provider = app.Build(services => services.AddFlexprice(app.Reach));

        await provider.GetRequiredService<ICustomerClient>().CreateAsync(new CustomerCreate { ExternalId = "crm-1", Name = "Ąda" }, cancellationToken: Token);

        JournalEntry sent = app.Flexprice.Requests.ShouldHaveSingleItem();
        sent.BodyText.ShouldBe("""{"external_id":"crm-1","name":"\u0104da"}""");
        sent.Header("Content-Type").ShouldBe("application/json; charset=utf-8");
        sent.Header("Content-Length").ShouldBe(Encoding.UTF8.GetByteCount(sent.BodyText).ToString(CultureInfo.InvariantCulture));
        sent.Header("Transfer-Encoding").ShouldBeNull();
    }

    [Fact]
    public async Task A_body_that_cannot_be_written_is_refused_before_anything_is_sent()
    {
        await using ProviderSimulator simulator = await ProviderSimulator.StartAsync(cancellationToken: Token);
        using OwnClient client = new(simulator.Flexprice.BaseAddress) { Sent = new OwnCustomer { Credit = double.NaN } };

        await Should.ThrowAsync<ArgumentException>(() => client.CreateAsync(new CustomerCreate(), cancellationToken: Token));

        simulator.Journal.ShouldBeEmpty();
    }
}
