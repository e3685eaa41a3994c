using BillingClients;
using BillingClients.Providers;
using Microsoft.Extensions.Configuration;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers <see cref="FlexpriceCustomerClient"/> as <see cref="ICustomerClient"/>.</summary>
public static class FlexpriceServiceCollectionExtensions
{
    private static readonly ProviderRegistration<FlexpriceCustomerClient, FlexpriceOptions> Registration = new(
        FlexpriceCapabilities.Descriptor,
        FlexpriceCustomerClient.ApiKeyHeader,
        static account => new FlexpriceCustomerClient(account),
        static (section, options) => section.Bind(options, static binder => binder.ErrorOnUnknownConfiguration = true));

    /// <summary>Registers a client named <c>flexprice</c>.</summary>
    /// <param name="services">The application's services.</param>
    /// <param name="configure">Sets the options; they are validated when the application starts.</param>
    /// <exception cref="ArgumentException">The name is taken.</exception>
    public static ICustomerClientBuilder AddFlexprice(this IServiceCollection services, Action<FlexpriceOptions> configure) =>
        Registration.Add(services, configure);

    /// <summary>Registers a named client.</summary>
    /// <param name="services">The application's services.</param>
    /// <param name="name">The client's name, for <c>[FromKeyedServices]</c> and <see cref="ICustomerClientFactory"/>.</param>
    /// <param name="configure">Sets the options; they are validated when the application starts.</param>
    /// <exception cref="ArgumentException">The name is empty or taken.</exception>
    public static ICustomerClientBuilder AddFlexprice(this IServiceCollection services, string name, Action<FlexpriceOptions> configure) =>
        Registration.Add(services, name, configure);

    /// <summary>Registers a client named <c>flexprice</c> that is configured with services of the application.</summary>
    /// <param name="services">The application's services.</param>
    /// <param name="configure">Sets the options. It gets the root provider, so it can ask for singletons only.</param>
    /// <exception cref="ArgumentException">The name is taken.</exception>
    public static ICustomerClientBuilder AddFlexprice(this IServiceCollection services, Action<IServiceProvider, FlexpriceOptions> configure) =>
        Registration.Add(services, configure);

    /// <summary>Registers a named client that is configured with services of the application.</summary>
    /// <param name="services">The application's services.</param>
    /// <param name="name">The client's name, for <c>[FromKeyedServices]</c> and <see cref="ICustomerClientFactory"/>.</param>
    /// <param name="configure">Sets the options. It gets the root provider, so it can ask for singletons only.</param>
    /// <exception cref="ArgumentException">The name is empty or taken.</exception>
    public static ICustomerClientBuilder AddFlexprice(this IServiceCollection services, string name, Action<IServiceProvider, FlexpriceOptions> configure) =>
        Registration.Add(services, name, configure);

    /// <summary>Registers a client named <c>flexprice</c> that is configured by a section, and follows its changes.</summary>
    /// <param name="services">The application's services.</param>
    /// <param name="section">
    /// The section, such as <c>configuration.GetSection("Billing:Flexprice")</c>; its keys are the properties of <see cref="FlexpriceOptions"/>.
    /// </param>
    /// <exception cref="ArgumentException">The name is taken.</exception>
    public static ICustomerClientBuilder AddFlexprice(this IServiceCollection services, IConfiguration section) =>
        Registration.Add(services, section);

    /// <summary>Registers a named client that is configured by a section, and follows its changes.</summary>
    /// <param name="services">The application's services.</param>
    /// <param name="name">The client's name, for <c>[FromKeyedServices]</c> and <see cref="ICustomerClientFactory"/>.</param>
    /// <param name="section">
    /// The section, such as <c>configuration.GetSection("Billing:Flexprice")</c>; its keys are the properties of <see cref="FlexpriceOptions"/>.
    /// </param>
    /// <exception cref="ArgumentException">The name is empty or taken.</exception>
    public static ICustomerClientBuilder AddFlexprice(this IServiceCollection services, string name, IConfiguration section) =>
        Registration.Add(services, name, section);
}
