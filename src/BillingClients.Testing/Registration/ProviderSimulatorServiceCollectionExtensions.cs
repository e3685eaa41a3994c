using BillingClients;
using BillingClients.Providers;
using BillingClients.Testing;
using Microsoft.Extensions.Http;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Points an application's registered billing clients at a <see cref="ProviderSimulator"/>.</summary>
public static class ProviderSimulatorServiceCollectionExtensions
{
    /// <summary>
    /// Sends every registered billing client to the simulated provider that has its provider's name: address, key and connections, whatever was configured.
    /// Call it before or after the clients are registered, where a test changes the application's services.
    /// </summary>
    /// <param name="services">The application's services.</param>
    /// <param name="simulator">The simulator; it is not disposed with the container.</param>
    /// <remarks>
    /// <para>All other settings stay, except <see cref="ProviderOptions.RetryBaseDelay"/>: it is set to zero, so that tests of failures do not wait.
    /// Each request gets a new connection, so that <see cref="FaultKind.ConnectionRefused"/> works too.</para>
    /// <para>A configuration that is invalid for another reason than a missing key or address still fails at start.</para>
    /// <para>A client of a provider that this library does not have needs a simulation too: see <see cref="ProviderSimulatorOptions.Providers"/>.</para>
    /// </remarks>
    /// <exception cref="KeyNotFoundException">
    /// A client's provider is not simulated. Thrown here, or by the registration of the client when that comes later.
    /// </exception>
    public static IServiceCollection UseSimulator(this IServiceCollection services, ProviderSimulator simulator)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(simulator);
        CustomerClientRegistry.Of(services).ForEach(registration =>
        {
            SimulatedProvider provider = simulator[registration.Provider.Name];
            registration.PostConfigure(services, options => Redirect(options, provider));
            services.PostConfigure<HttpClientFactoryOptions>(registration.HttpClientName, http =>
                http.HttpMessageHandlerBuilderActions.Add(handlers => Dial(handlers.PrimaryHandler, simulator)));
        });
        return services;
    }

    private static void Redirect(ProviderOptions options, SimulatedProvider provider)
    {
        options.ApiKey = provider.ApiKey;
        options.ApiKeyProvider = null;
        options.BaseAddress = provider.BaseAddress;
        options.RetryBaseDelay = TimeSpan.Zero;
    }

    private static void Dial(HttpMessageHandler handler, ProviderSimulator simulator)
    {
        if (handler is SocketsHttpHandler sockets)
        {
            sockets.ConnectCallback = simulator.ConnectAsync;
            sockets.PooledConnectionLifetime = TimeSpan.Zero;
        }
    }
}
