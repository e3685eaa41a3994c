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
        return services.GetRequiredKeyedService<ICustomerClient>(name);
    }

    /// <summary>The only client; for <see cref="ICustomerClient"/> without a key.</summary>
    internal ICustomerClient GetOnly() => Names.Count == 1
        ? Get(Names[0])
        : throw new InvalidOperationException(
            $"{Names.Count} billing clients are registered: {Listed}."
            + $" Say which: [FromKeyedServices(\"{Names[0]}\")] ICustomerClient client, or ICustomerClientFactory.Get(\"{Names[0]}\").");

    /// <summary>Somebody asked for a client by a name that none has.</summary>
    internal InvalidOperationException NotRegistered(object? name) => new(UnknownClientName.Describe(name, Names));

    /// <summary>Somebody asked for a client by its class.</summary>
    internal InvalidOperationException AskedByClass(Type type) => new(
        $"{type.Name} cannot be injected by its class, because a registered client may have middleware around it. Ask for"
            + $" [FromKeyedServices(\"{Names[0]}\")] ICustomerClient{(Names.Count == 1 ? ", or for ICustomerClient alone" : $"; the names are {Listed}")}."
            + $" client.GetService<{type.Name}>() gives the client inside.");

    private string Listed => string.Join(", ", Names);
}
