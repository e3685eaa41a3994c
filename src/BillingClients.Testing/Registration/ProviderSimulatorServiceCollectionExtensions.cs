using BillingClients;
using BillingClients.Providers;
using BillingClients.Testing;
using Microsoft.Extensions.Http;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Points an application's registered billing clients at a <see cref="ProviderSimulator"/>.</summary>
public static class ProviderSimulatorServiceCollectionExtensions
{
    /// <summary>
    /// Sends every registered billing client to an account of its own at its simulated provider: address, key and connections, whatever was configured. Call it
    /// before or after the clients are registered, where a test changes the application's services. The last call counts.
    /// </summary>
    /// <param name="services">The application's services.</param>
    /// <param name="simulator">The simulator; it is not disposed with the container.</param>
    /// <param name="keepKeys">
    /// Whether the clients keep the keys that the application has configured, to test how it changes them. Tell the account which keys to accept, with
    /// <see cref="SimulatedProvider.AcceptKey"/> and <see cref="SimulatedProvider.RevokeKey"/>.
    /// </param>
    /// <remarks>
    /// <para>The client with its provider's name uses <c>simulator.Flexprice</c> itself, a client with another name <c>simulator.Flexprice.Account("its-name")</c>.</para>
    /// <para>All other settings stay, except <see cref="ProviderOptions.RetryBaseDelay"/>: it is set to zero, so that tests of failures do not wait.
    /// Each request gets a new connection, so that <see cref="FaultKind.ConnectionRefused"/> works too.</para>
    /// <para>A configuration that is invalid for another reason than a missing key or address still fails at start.</para>
    /// <para>A client of a provider that is not simulated can be registered and resolved, but its calls throw an <see cref="InvalidOperationException"/> and
    /// nothing is sent. Add a simulation with <see cref="ProviderSimulatorOptions.Providers"/>.</para>
    /// </remarks>
    public static IServiceCollection UseSimulator(this IServiceCollection services, ProviderSimulator simulator, bool keepKeys = false)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(simulator);
        SimulatorUse use = SimulatorUse.Replace(services);
        CustomerClientRegistry.Of(services).ForEach(registration =>
        {
            if (simulator.Find(registration.Provider.Name) is { } simulated)
            {
                Redirect(services, registration, simulator, simulated.Account(registration.Name), keepKeys, use);
            }
            else
            {
                registration.Replace(services, provider =>
                    provider.GetKeyedService<FakeCustomerClient>(registration.Name) ?? (ICustomerClient)new NotSimulatedClient(registration));
            }
        });
        return services;
    }

    private static void Redirect(
        IServiceCollection services,
        CustomerClientRegistration registration,
        ProviderSimulator simulator,
        SimulatedProvider account,
        bool keepKeys,
        SimulatorUse use)
    {
        registration.PostConfigure(services, options =>
        {
            if (use.IsReplaced)
            {
                return;
            }

            options.BaseAddress = account.BaseAddress;
            options.RetryBaseDelay = TimeSpan.Zero;
            if (!keepKeys)
            {
                options.ApiKey = account.ApiKey;
                options.ApiKeyProvider = null;
            }
        });
        services.PostConfigure<HttpClientFactoryOptions>(registration.HttpClientName, http =>
            http.HttpMessageHandlerBuilderActions.Add(handlers =>
            {
                if (!use.IsReplaced)
                {
                    Dial(handlers.PrimaryHandler, simulator);
                }
            }));
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
