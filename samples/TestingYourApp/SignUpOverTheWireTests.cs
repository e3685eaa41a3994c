using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace TestingYourApp;

/// <summary>The application as it is registered, over real sockets, against the simulated provider: what is sent, and how it stands up to faults.</summary>
public sealed class SignUpOverTheWireTests : IAsyncLifetime
{
    private static readonly User Ada = new("crm-1815", "Ada Lovelace", "ada@example.com");

    private ProviderSimulator _simulator = null!;
    private ServiceProvider _application = null!;

    private SignUp SignUp => _application.GetRequiredService<SignUp>();

    public async ValueTask InitializeAsync()
    {
        _simulator = await ProviderSimulator.StartAsync();
        IConfiguration configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Billing:Flexprice:MaxAttempts", "3")]).Build();
        _application = new ServiceCollection().AddSignUp(configuration).UseSimulator(_simulator).BuildServiceProvider();
    }

    public async ValueTask DisposeAsync()
    {
        await _application.DisposeAsync();
        await _simulator.DisposeAsync();
    }

    [Fact]
    public async Task What_is_sent_is_what_the_provider_expects()
    {
        await SignUp.RegisterAsync(Ada, TestContext.Current.CancellationToken);

        JournalEntry sent = _simulator.Flexprice.ShouldHaveReceived("POST", "/customers");
        Assert.Equal("""{"external_id":"crm-1815","name":"Ada Lovelace","email":"ada@example.com"}""", sent.BodyText);
        _simulator.Journal.ShouldHaveNoObjections();
    }

    [Fact]
    public async Task An_answer_that_is_lost_after_the_provider_stored_the_customer_makes_no_second_one()
    {
        _simulator.Flexprice.Fault(SimulatedFault.ResetAfterCommit, Requests.Post("/customers"));

        SignUpResult result = await SignUp.RegisterAsync(Ada, TestContext.Current.CancellationToken);

        Assert.Equal(Assert.Single(_simulator.Flexprice.Customers).Id, result.CustomerId);
        _simulator.Flexprice.ShouldHaveReceived("POST", "/customers");
    }

    [Fact]
    public async Task A_provider_that_is_down_means_later()
    {
        _simulator.Flexprice.InjectFaults(rate: 1, seed: 1, SimulatedFault.ConnectionRefused);

        SignUpResult result = await SignUp.RegisterAsync(Ada, TestContext.Current.CancellationToken);

        Assert.Equal(SignUpResult.Later(TimeSpan.FromMinutes(1)), result);
        _simulator.Flexprice.ShouldHaveReceivedNothing();
    }

    [Fact]
    public async Task A_revoked_key_is_not_something_that_goes_away_by_waiting()
    {
        _simulator.Flexprice.RevokeKey(_simulator.Flexprice.ApiKey);

        await Assert.ThrowsAsync<BillingAuthenticationException>(() => SignUp.RegisterAsync(Ada, TestContext.Current.CancellationToken));
    }
}
