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
            $"{Names.Count} billing clients are registered: {string.Join(", ", Names)}."
            + $" Say which: [FromKeyedServices(\"{Names[0]}\")] ICustomerClient client, or ICustomerClientFactory.Get(\"{Names[0]}\").");

    /// <summary>Somebody asked for a client by a name that none has.</summary>
    internal InvalidOperationException NotRegistered(object? name) => new(UnknownClientName.Describe(name, Names));

    /// <summary>Somebody asked for a client by its class.</summary>
    /// <param name="type">The class.</param>
    /// <param name="provider">The name of its provider.</param>
    internal InvalidOperationException AskedByClass(Type type, string provider)
    {
        IReadOnlyList<string> names = registry.NamesOf(provider);
        string otherwise = Names.Count == 1 ? ", or for ICustomerClient alone" : names.Count == 1 ? "" : $"; the names are {NameList.And(names)}";
        return new InvalidOperationException(
            $"{type.Name} cannot be injected by its class, because a registered client may have middleware around it. Ask for"
                + $" [FromKeyedServices(\"{names[0]}\")] ICustomerClient{otherwise}. client.GetService<{type.Name}>() gives the client inside.");
    }
}
