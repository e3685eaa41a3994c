using BillingClients;
using BillingClients.Providers;
using Microsoft.Extensions.Configuration;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers <see cref="AtlasCustomerClient"/> as <see cref="ICustomerClient"/>.</summary>
public static class AtlasServiceCollectionExtensions
{
    private static readonly ProviderRegistration<AtlasCustomerClient, AtlasOptions> Registration = new(
        AtlasCapabilities.Descriptor,
        AtlasCustomerClient.ApiKeyHeader,
        static account => new AtlasCustomerClient(account),
        static (section, options) => section.Bind(options, static binder => binder.ErrorOnUnknownConfiguration = true));

    /// <summary>Registers a client named <c>atlas</c>.</summary>
    /// <param name="services">The application's services.</param>
    /// <param name="configure">Sets the options; they are validated when the application starts.</param>
    /// <exception cref="ArgumentException">The name is taken.</exception>
    public static ICustomerClientBuilder AddAtlas(this IServiceCollection services, Action<AtlasOptions> configure) =>
        Registration.Add(services, configure);

    /// <summary>Registers a named client.</summary>
    /// <param name="services">The application's services.</param>
    /// <param name="name">The client's name, for <c>[FromKeyedServices]</c> and <see cref="ICustomerClientFactory"/>.</param>
    /// <param name="configure">Sets the options; they are validated when the application starts.</param>
    /// <exception cref="ArgumentException">The name is empty or taken.</exception>
    public static ICustomerClientBuilder AddAtlas(this IServiceCollection services, string name, Action<AtlasOptions> configure) =>
        Registration.Add(services, name, configure);

    /// <summary>Registers a client named <c>atlas</c> that is configured with services of the application.</summary>
    /// <param name="services">The application's services.</param>
    /// <param name="configure">Sets the options. It gets the root provider, so it can ask for singletons only.</param>
    /// <exception cref="ArgumentException">The name is taken.</exception>
    public static ICustomerClientBuilder AddAtlas(this IServiceCollection services, Action<IServiceProvider, AtlasOptions> configure) =>
        Registration.Add(services, configure);

    /// <summary>Registers a named client that is configured with services of the application.</summary>
    /// <param name="services">The application's services.</param>
    /// <param name="name">The client's name, for <c>[FromKeyedServices]</c> and <see cref="ICustomerClientFactory"/>.</param>
    /// <param name="configure">Sets the options. It gets the root provider, so it can ask for singletons only.</param>
    /// <exception cref="ArgumentException">The name is empty or taken.</exception>
    public static ICustomerClientBuilder AddAtlas(this IServiceCollection services, string name, Action<IServiceProvider, AtlasOptions> configure) =>
        Registration.Add(services, name, configure);

    /// <summary>Registers a client named <c>atlas</c> that is configured by a section, and follows its changes.</summary>
    /// <param name="services">The application's services.</param>
    /// <param name="section">
    /// The section, such as <c>configuration.GetSection("Billing:Atlas")</c>; its keys are the properties of <see cref="AtlasOptions"/>.
    /// </param>
    /// <exception cref="ArgumentException">The name is taken.</exception>
    public static ICustomerClientBuilder AddAtlas(this IServiceCollection services, IConfiguration section) =>
        Registration.Add(services, section);

    /// <summary>Registers a named client that is configured by a section, and follows its changes.</summary>
    /// <param name="services">The application's services.</param>
    /// <param name="name">The client's name, for <c>[FromKeyedServices]</c> and <see cref="ICustomerClientFactory"/>.</param>
    /// <param name="section">
    /// The section, such as <c>configuration.GetSection("Billing:Atlas")</c>; its keys are the properties of <see cref="AtlasOptions"/>.
    /// </param>
    /// <exception cref="ArgumentException">The name is empty or taken.</exception>
    public static ICustomerClientBuilder AddAtlas(this IServiceCollection services, string name, IConfiguration section) =>
        Registration.Add(services, name, section);
}
