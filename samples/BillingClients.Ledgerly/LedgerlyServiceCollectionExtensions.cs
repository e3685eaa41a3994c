using BillingClients;
using BillingClients.Providers;
using Microsoft.Extensions.Configuration;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers <see cref="LedgerlyCustomerClient"/> as <see cref="ICustomerClient"/>.</summary>
public static class LedgerlyServiceCollectionExtensions
{
    private static readonly ProviderRegistration<LedgerlyCustomerClient, LedgerlyOptions> Registration = new(
        LedgerlyCapabilities.Descriptor,
        LedgerlyCustomerClient.ApiKeyHeader,
        static account => new LedgerlyCustomerClient(account),
        static (section, options) => section.Bind(options, static binder => binder.ErrorOnUnknownConfiguration = true));

    /// <summary>Registers a client that is configured in code.</summary>
    /// <param name="services">The application's services.</param>
    /// <param name="configure">Sets the options; they are validated when the application starts.</param>
    /// <param name="name">The client's name.</param>
    public static ICustomerClientBuilder AddLedgerly(this IServiceCollection services, Action<LedgerlyOptions> configure, string name = "ledgerly") =>
        Registration.Add(services, name, configure);

    /// <summary>Registers a client that is configured with services of the application.</summary>
    /// <param name="services">The application's services.</param>
    /// <param name="configure">Sets the options. It gets the root provider, so it can ask for singletons only.</param>
    /// <param name="name">The client's name.</param>
    public static ICustomerClientBuilder AddLedgerly(
        this IServiceCollection services, Action<IServiceProvider, LedgerlyOptions> configure, string name = "ledgerly") =>
        Registration.Add(services, name, configure);

    /// <summary>Registers a client that is configured by a section, and follows its changes.</summary>
    /// <param name="services">The application's services.</param>
    /// <param name="section">The section; its keys are the properties of <see cref="LedgerlyOptions"/>.</param>
    /// <param name="name">The client's name.</param>
    public static ICustomerClientBuilder AddLedgerly(this IServiceCollection services, IConfiguration section, string name = "ledgerly") =>
        Registration.Add(services, name, section);
}
