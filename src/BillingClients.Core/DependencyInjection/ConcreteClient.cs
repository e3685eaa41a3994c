using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace BillingClients.Providers;

/// <summary>
/// Tells an application that asks its container for a provider's client type what to ask for. That client is inside its middleware, so the container has
/// <see cref="ICustomerClient"/> only. An application that registers the type itself keeps its own.
/// </summary>
internal static class ConcreteClient
{
    internal static void AddExplanation(IServiceCollection services, Type clientType, string clientName)
    {
        services.TryAdd(ServiceDescriptor.Singleton(clientType, _ => throw Exception(clientType, clientName)));
        services.TryAdd(ServiceDescriptor.KeyedSingleton(clientType, KeyedService.AnyKey, (_, key) => throw Exception(clientType, key as string ?? clientName)));
    }

    private static InvalidOperationException Exception(Type clientType, string clientName) => new(
        $"{clientType.Name} is not in the container. Ask for ICustomerClient; if several clients are registered, for"
        + $" [FromKeyedServices(\"{clientName}\")] ICustomerClient. To reach the {clientType.Name} inside it, call client.GetService<{clientType.Name}>().");
}
