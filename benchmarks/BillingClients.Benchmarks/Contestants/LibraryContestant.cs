using BillingClients.Benchmarks.Providers;
using Microsoft.Extensions.DependencyInjection;

namespace BillingClients.Benchmarks.Contestants;

/// <summary>This library's client, registered as an application registers it.</summary>
internal sealed class LibraryContestant : IContestant
{
    private readonly ServiceProvider _services;
    private readonly ICustomerClient _client;
    private readonly ProviderCase _provider;
    private readonly CustomerListRequest _page = new() { PageSize = ProviderCase.PageSize };

    /// <summary>Builds the container.</summary>
    /// <param name="provider">The provider.</param>
    /// <param name="baseAddress">Where it answers.</param>
    /// <param name="configure">Adds middleware, or another handler than sockets.</param>
    public LibraryContestant(ProviderCase provider, Uri baseAddress, Action<ICustomerClientBuilder>? configure = null)
    {
        _provider = provider;
        ServiceCollection services = new();
        ICustomerClientBuilder builder = provider.Register(services, baseAddress);
        configure?.Invoke(builder);
        _services = services.BuildServiceProvider();
        _client = _services.GetRequiredService<ICustomerClient>();
    }

    public Task RunAsync(Operation operation) => operation switch
    {
        Operation.Create => _client.CreateAsync(_provider.NewCustomer),
        Operation.Get => _client.GetAsync(_provider.Stored),
        Operation.Update => _client.UpdateAsync(_provider.Stored, _provider.Change),
        Operation.List => _client.ListPageAsync(_page),
        _ => _client.GetAsync(_provider.Missing),
    };

    public void Dispose() => _services.Dispose();
}
