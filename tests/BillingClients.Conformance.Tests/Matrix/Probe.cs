using BillingClients.Testing;

namespace BillingClients.Conformance.Tests.Matrix;

/// <summary>A simulated provider and its client, to try one cell of the matrix.</summary>
internal sealed class Probe : IAsyncDisposable
{
    private readonly SimulatorHarness _harness;
    private readonly MatrixProvider _provider;

    private Probe(MatrixProvider provider, SimulatorHarness harness)
    {
        _provider = provider;
        _harness = harness;
        Client = harness.CreateClient();
    }

    internal ICustomerClient Client { get; }

    internal CustomerCapabilities Declared => Client.Provider.Capabilities;

    internal SimulatedProvider Provider => _harness.Provider;

    internal Uri DocumentedAddress => _provider.BaseAddress;

    internal static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    internal static async Task<Probe> StartAsync(MatrixProvider provider)
    {
        SimulatorHarness harness = provider.NewHarness();
        await harness.StartAsync(Cancellation);
        return new Probe(provider, harness);
    }

    /// <summary>The next sample, with every field.</summary>
    internal CustomerCreate Next() => _harness.NextSample();

    /// <summary>A new customer with what is required, and an e-mail address.</summary>
    internal CustomerCreate NewCustomer()
    {
        CustomerCreate sample = Next();
        return Declared.RequiredFields.Append(CustomerField.Email).Aggregate(new CustomerCreate(), (customer, field) => customer.With(field, sample));
    }

    internal Task<Customer> AddAsync(CustomerCreate? customer = null) => Client.CreateAsync(customer ?? NewCustomer(), cancellationToken: Cancellation);

    /// <summary>Makes a call, and tells what became of it and what was sent for it.</summary>
    internal async Task<Tried> TryAsync(Func<Task> call)
    {
        int before = Provider.Requests.Count;
        Exception? failure = await Record.ExceptionAsync(call);
        return new Tried(failure, [.. Provider.Requests.Skip(before)]);
    }

    /// <summary>The key by which every operation of the provider finds the customer.</summary>
    internal CustomerKey KeyOf(Customer customer) =>
        Declared.Get.ById != Support.Unsupported ? CustomerKey.FromId(customer.Id) : CustomerKey.FromExternalId(customer.ExternalId!);

    internal JsonLeaves Stored(Customer customer) => JsonLeaves.Of(Provider.Customers.Single(stored => stored.Id == customer.Id).Json);

    /// <summary>Lets the provider set what no request can.</summary>
    internal void Fill(Customer customer) => _provider.Fill?.Invoke(_harness.Simulator, customer.Id);

    public async ValueTask DisposeAsync()
    {
        ((IDisposable)Client).Dispose();
        await _harness.DisposeAsync();
    }
}
