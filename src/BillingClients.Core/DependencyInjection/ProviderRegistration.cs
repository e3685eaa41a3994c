using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BillingClients.Providers;

/// <summary>Registers a provider's client: options, HTTP client, keyed and unkeyed resolution. For writing a provider.</summary>
/// <typeparam name="TClient">The provider's client.</typeparam>
/// <typeparam name="TOptions">The provider's options.</typeparam>
public sealed class ProviderRegistration<TClient, [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TOptions>
    where TClient : class, ICustomerClient
    where TOptions : ProviderOptions, new()
{
    private readonly ProviderDescriptor _provider;
    private readonly ApiKeyHeader _header;
    private readonly Func<ProviderAccount<TOptions>, TClient> _create;
    private readonly Action<IConfiguration, TOptions> _bind;

    /// <summary>Describes a provider.</summary>
    /// <param name="provider">The provider.</param>
    /// <param name="header">The header that carries the API key.</param>
    /// <param name="create">Makes the client. The container disposes it.</param>
    /// <param name="bind">
    /// Binds a section to the options, refusing unknown keys; written in the provider's package, so that the binding is source-generated.
    /// </param>
    public ProviderRegistration(
        ProviderDescriptor provider, ApiKeyHeader header, Func<ProviderAccount<TOptions>, TClient> create, Action<IConfiguration, TOptions> bind)
    {
        _provider = provider;
        _header = header;
        _create = create;
        _bind = bind;
    }

    /// <summary>Registers a client that is configured in code, with the provider's name.</summary>
    /// <inheritdoc cref="Add(IServiceCollection, string, Action{TOptions})"/>
    public ICustomerClientBuilder Add(IServiceCollection services, Action<TOptions> configure) => Add(services, _provider.Name, configure);

    /// <summary>Registers a client that is configured in code, with services of the application, and has the provider's name.</summary>
    /// <inheritdoc cref="Add(IServiceCollection, string, Action{IServiceProvider, TOptions})"/>
    public ICustomerClientBuilder Add(IServiceCollection services, Action<IServiceProvider, TOptions> configure) => Add(services, _provider.Name, configure);

    /// <summary>Registers a client that is configured by a section and follows its changes, with the provider's name.</summary>
    /// <inheritdoc cref="Add(IServiceCollection, string, IConfiguration)"/>
    public ICustomerClientBuilder Add(IServiceCollection services, IConfiguration section) => Add(services, _provider.Name, section);

    /// <summary>Registers a client that is configured in code.</summary>
    /// <param name="services">The application's services.</param>
    /// <param name="name">The client's name.</param>
    /// <param name="configure">Sets the options.</param>
    /// <exception cref="ArgumentException">The name is empty or taken.</exception>
    public ICustomerClientBuilder Add(IServiceCollection services, string name, Action<TOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        return Add(services, name, PathOf(name), options => options.Configure(configure));
    }

    /// <summary>Registers a client that is configured in code, with services of the application.</summary>
    /// <param name="services">The application's services.</param>
    /// <param name="name">The client's name.</param>
    /// <param name="configure">Sets the options. It gets the root provider, so it can ask for singletons only.</param>
    /// <exception cref="ArgumentException">The name is empty or taken.</exception>
    public ICustomerClientBuilder Add(IServiceCollection services, string name, Action<IServiceProvider, TOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        return Add(services, name, PathOf(name), options => options.Configure<IServiceProvider>((bound, provider) => configure(provider, bound)));
    }

    /// <summary>Registers a client that is configured by a section, and follows its changes.</summary>
    /// <param name="services">The application's services.</param>
    /// <param name="name">The client's name.</param>
    /// <param name="section">The section; its keys are the properties of the options.</param>
    /// <exception cref="ArgumentException">The name is empty or taken.</exception>
    public ICustomerClientBuilder Add(IServiceCollection services, string name, IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(section);
        string path = section is IConfigurationSection named ? named.Path : name;
        return Add(services, name, path, options =>
        {
            options.Services.AddSingleton<IOptionsChangeTokenSource<TOptions>>(new ConfigurationChangeTokenSource<TOptions>(name, section));
            SectionBinding<TOptions> binding = new(name, section, path, _bind);
            options.Configure<IServiceProvider>((bound, provider) => binding.Bind(bound, provider.GetService<IConfiguration>()));
        });
    }

    private RegisteredClientBuilder Add(IServiceCollection services, string name, string path, Action<OptionsBuilder<TOptions>> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        CustomerClientRegistry.Of(services).Add(new CustomerClientRegistration(
            name,
            _provider,
            HttpNameOf(name),
            (collection, change) => collection.PostConfigure<TOptions>(name, options => change(options)),
            provider => provider.GetRequiredService<IOptionsMonitor<TOptions>>().Get(name)));
        AddOptions(services, name, path, configure);
        services.AddKeyedSingleton(name, (provider, _) => new CurrentOptions<TOptions>(
            name, path, provider.GetRequiredService<IOptionsMonitor<TOptions>>(), LoggerOf(provider)));
        RegisteredClientBuilder builder = new(name, services, AddHttpClient(services, name));
        services.AddKeyedSingleton(name, (provider, _) => new ProviderClient(CreateClient(provider, name)));
        services.AddKeyedSingleton<ICustomerClient>(name, (provider, _) => builder.Wrap(provider, provider.GetRequiredKeyedService<ProviderClient>(name).Client));
        AddFactory(services);
        return builder;
    }

    private ICustomerClient CreateClient(IServiceProvider provider, string name)
    {
        provider.GetRequiredService<CustomerClientRegistry>().RequireExpected();
        return provider.GetKeyedService<ClientReplacement>(name) is { } replacement ? replacement.Create(provider) : _create(CreateAccount(provider, name));
    }

    private void AddFactory(IServiceCollection services)
    {
        services.TryAddSingleton<CustomerClientFactory>();
        services.TryAddSingleton<ICustomerClientFactory>(static provider => provider.GetRequiredService<CustomerClientFactory>());
        services.TryAddSingleton<ICustomerClient>(static provider => provider.GetRequiredService<CustomerClientFactory>().GetOnly());

        // What is asked for by a wrong name or by its class would otherwise get the container's message, which knows neither names nor middleware.
        services.TryAddKeyedSingleton<ICustomerClient>(
            KeyedService.AnyKey, static (provider, name) => throw provider.GetRequiredService<CustomerClientFactory>().NotRegistered(name));
        services.TryAddSingleton<TClient>(provider => throw AskedByClass(provider));
        services.TryAddKeyedSingleton<TClient>(KeyedService.AnyKey, (provider, _) => throw AskedByClass(provider));
    }

    private InvalidOperationException AskedByClass(IServiceProvider provider) =>
        provider.GetRequiredService<CustomerClientFactory>().AskedByClass(typeof(TClient), _provider.Name);

    private static void AddOptions(IServiceCollection services, string name, string path, Action<OptionsBuilder<TOptions>> configure)
    {
        OptionsBuilder<TOptions> options = services.AddOptions<TOptions>(name);
        configure(options);
        options.ValidateOnStart();
        services.AddSingleton<IValidateOptions<TOptions>>(provider =>
            new StartupValidator<TOptions>(name, path, isReplaced: provider.GetKeyedService<ClientReplacement>(name) is not null));
        services.TryAddSingleton(TimeProvider.System);
        services.AddLogging();
    }

    private IHttpClientBuilder AddHttpClient(IServiceCollection services, string name)
    {
        string httpName = HttpNameOf(name);
        services.Insert(0, ServiceDescriptor.Singleton<IHttpMessageHandlerBuilderFilter>(provider =>
            new ProviderHandlers(httpName, () => new ApiKeyHandler(_header, OptionsOf(provider, name).GetBaseAddress()))));
        return services
            .AddHttpClient(httpName)
            .ConfigureAdditionalHttpMessageHandlers((handlers, provider) => RemoveResilience(handlers, provider, name))
            .ConfigureHttpClient((provider, client) => ProviderHttp.Configure(client, OptionsOf(provider, name)))
            .ConfigurePrimaryHttpMessageHandler(provider => ProviderHttp.CreatePrimaryHandler(OptionsOf(provider, name)))
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers();
    }

    // The actions for all clients run before those for one, in whatever order they were registered. So these handlers are the application's for all clients.
    private void RemoveResilience(IList<DelegatingHandler> handlers, IServiceProvider provider, string name)
    {
        IReadOnlyList<string> removed = ResilienceHandlers.RemoveFrom(handlers);
        if (removed.Count > 0)
        {
            LoggerOf(provider).HandlersRemoved(name, string.Join(", ", removed));
        }
    }

    private ProviderAccount<TOptions> CreateAccount(IServiceProvider provider, string name)
    {
        CurrentOptions<TOptions> options = provider.GetRequiredKeyedService<CurrentOptions<TOptions>>(name);
        HttpClient client = provider.GetRequiredService<IHttpClientFactory>().CreateClient(HttpNameOf(name));
        return new ProviderAccount<TOptions>(_provider, name, client, options, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILoggerFactory>(), owned: null);
    }

    private ILogger LoggerOf(IServiceProvider provider) =>
        SafeLogger.Around(provider.GetRequiredService<ILoggerFactory>().CreateLogger($"{BillingTelemetry.Name}.{_provider.Name}"));

    private static string PathOf(string name) => $"{typeof(TOptions).Name} of '{name}'";

    private static string HttpNameOf(string name) => $"{BillingTelemetry.Name}.{name}";

    private static TOptions OptionsOf(IServiceProvider provider, string name) => provider.GetRequiredKeyedService<CurrentOptions<TOptions>>(name).Value;
}
