using Microsoft.Extensions.DependencyInjection;

namespace BillingClients.Providers;

/// <inheritdoc cref="ICustomerClientFactory"/>
internal sealed class CustomerClientFactory(IServiceProvider services, CustomerClientRegistry registry) : ICustomerClientFactory
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Names => registry.Names;

    /// <inheritdoc/>
    public ICustomerClient Get(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return services.GetKeyedService<ICustomerClient>(name) ?? throw UnknownName(name);
    }

    /// <summary>The only client; for <see cref="ICustomerClient"/> without a key.</summary>
    internal ICustomerClient GetOnly() => Names.Count == 1
        ? Get(Names[0])
        : throw new InvalidOperationException(
            $"{Names.Count} billing clients are registered: {Listed}."
            + $" Say which: [FromKeyedServices(\"{Names[0]}\")] ICustomerClient client, or ICustomerClientFactory.Get(\"{Names[0]}\").");

    /// <summary>For <see cref="ICustomerClient"/> with a key that no client has.</summary>
    internal InvalidOperationException UnknownName(object? key) => new(UnknownClientName.Describe(key, Names));

    private string Listed => string.Join(", ", Names);
}
