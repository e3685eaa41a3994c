using BillingClients.Providers;

namespace BillingClients.Testing;

/// <summary>A registered client whose provider is not simulated. It sends nothing: every call says how to add a simulation.</summary>
internal sealed class NotSimulatedClient(CustomerClientRegistration registration) : ICustomerClient, INamedClient
{
    public ProviderDescriptor Provider => registration.Provider;

    public string Name => registration.Name;

    public Task<Customer> CreateAsync(CustomerCreate customer, CallOptions? options = null, CancellationToken cancellationToken = default) => Refuse<Customer>();

    public Task<Customer> GetAsync(CustomerKey key, CallOptions? options = null, CancellationToken cancellationToken = default) => Refuse<Customer>();

    public Task<Customer> UpdateAsync(CustomerKey key, CustomerUpdate update, CallOptions? options = null, CancellationToken cancellationToken = default) =>
        Refuse<Customer>();

    public Task DeleteAsync(CustomerKey key, CallOptions? options = null, CancellationToken cancellationToken = default) => Refuse<Customer>();

    public Task<CustomerPage> ListPageAsync(CustomerListRequest request, CallOptions? options = null, CancellationToken cancellationToken = default) =>
        Refuse<CustomerPage>();

    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;
    }

    private Task<T> Refuse<T>() => Task.FromException<T>(new InvalidOperationException(
        $"The client '{Name}' was not called: UseSimulator is on, and its provider '{Provider.Name}' is not simulated. Add a simulation when the simulator starts:"
        + $" ProviderSimulator.StartAsync(new ProviderSimulatorOptions {{ Providers = [context => …] }}), with a class that derives from SimulatedProvider and is"
        + $" called '{Provider.Name}'. Or use a fake: services.UseFake(\"{Name}\")."));
}
