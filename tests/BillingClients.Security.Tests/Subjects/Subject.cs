using BillingClients.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BillingClients.Security.Tests.Subjects;

/// <summary>A provider's client as these tests drive it.</summary>
/// <param name="Name">The provider's name, in the simulator too.</param>
/// <param name="KeyHeader">The header that carries its key.</param>
/// <param name="NewClient">Makes a client without a container; the options have no address and no key yet.</param>
/// <param name="Register">Registers a client under a name.</param>
public sealed record Subject(
    string Name,
    string KeyHeader,
    Func<Action<ProviderOptions>, ILoggerFactory?, ICustomerClient> NewClient,
    Func<IServiceCollection, string, Action<ProviderOptions>, ICustomerClientBuilder> Register)
{
    /// <summary>Every provider.</summary>
    public static IReadOnlyList<Subject> All { get; } = [.. DiscoveredProvider.All.Select(Of)];

    /// <summary>The names, as rows of tests.</summary>
    public static TheoryData<string> Names { get; } = new(All.Select(static subject => subject.Name));

    /// <summary>The subject of that name.</summary>
    public static Subject Called(string name) => All.Single(subject => subject.Name == name);

    /// <summary>This provider in a simulator.</summary>
    public SimulatedProvider In(ProviderSimulator simulator) => simulator[Name];

    private static Subject Of(DiscoveredProvider provider) => new(
        provider.Name, provider.KeyHeader, (set, logs) => NewClientOf(provider, set, logs), provider.Register);

    private static ICustomerClient NewClientOf(DiscoveredProvider provider, Action<ProviderOptions> set, ILoggerFactory? logs)
    {
        ProviderOptions options = provider.NewOptions();
        set(options);
        return provider.Create(options, logs);
    }
}
