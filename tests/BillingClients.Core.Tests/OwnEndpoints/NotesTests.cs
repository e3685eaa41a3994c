using BillingClients.Testing;

namespace BillingClients.Core.Tests.OwnEndpoints;

/// <summary>Calls <see cref="INotesApi"/> through a client of a simulated provider, over real sockets.</summary>
public abstract class NotesTests : IAsyncLifetime
{
    private protected static CancellationToken Token => TestContext.Current.CancellationToken;

    private protected ProviderSimulator Simulator { get; private set; } = null!;

    private protected FlexpriceCustomerClient Client { get; private set; } = null!;

    private protected INotesApi Notes { get; private set; } = null!;

    private protected FlexpriceSimulation Flexprice => Simulator.Flexprice;

    public async ValueTask InitializeAsync()
    {
        Simulator = await ProviderSimulator.StartAsync(cancellationToken: Token);
        Client = new FlexpriceCustomerClient(Options());
        Notes = Client.GetApi<INotesApi>(NotesJson.Default);
    }

    public ValueTask DisposeAsync()
    {
        Client.Dispose();
        GC.SuppressFinalize(this);
        return Simulator.DisposeAsync();
    }

    private protected FlexpriceOptions Options(Action<FlexpriceOptions>? configure = null)
    {
        FlexpriceOptions options = new() { ApiKey = Flexprice.ApiKey, BaseAddress = Flexprice.BaseAddress, RetryBaseDelay = TimeSpan.Zero };
        configure?.Invoke(options);
        return options;
    }
}
