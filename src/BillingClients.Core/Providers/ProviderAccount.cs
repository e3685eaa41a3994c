using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace BillingClients.Providers;

/// <summary>
/// A registered account at a provider: its settings, its connections and its retry budget. All calls of its client go through it. For writing a provider.
/// </summary>
/// <remarks>Safe for concurrent use.</remarks>
public abstract class ProviderAccount : IDisposable
{
    private readonly IDisposable? _owned;

    private protected ProviderAccount(
        ProviderDescriptor provider, string name, HttpClient httpClient, TimeProvider timeProvider, ILoggerFactory? loggerFactory, IDisposable? owned)
    {
        Provider = provider;
        Name = name;
        HttpClient = httpClient;
        TimeProvider = timeProvider;
        LoggerFactory = loggerFactory;
        Logger = SafeLogger.Around(loggerFactory?.CreateLogger($"{BillingTelemetry.Name}.{provider.Name}") ?? NullLogger.Instance);
        _owned = owned;
        Pipeline = new ProviderPipeline(this);
    }

    /// <summary>The provider.</summary>
    public ProviderDescriptor Provider { get; }

    /// <summary>The name that the client is registered with.</summary>
    public string Name { get; }

    /// <summary>The HTTP client, with base address and handlers.</summary>
    internal HttpClient HttpClient { get; }

    internal TimeProvider TimeProvider { get; }

    /// <summary>Where the client logs; null for nowhere.</summary>
    internal ILoggerFactory? LoggerFactory { get; }

    internal ILogger Logger { get; }

    internal ProviderPipeline Pipeline { get; }

    /// <summary>The current options.</summary>
    internal abstract ProviderOptions Settings { get; }

    internal bool IsDisposed { get; private set; }

    /// <summary>Creates the account of a client without dependency injection. It owns its connections; disposing the client disposes them.</summary>
    /// <typeparam name="TOptions">The provider's options.</typeparam>
    /// <param name="provider">The provider.</param>
    /// <param name="header">The header that carries the API key.</param>
    /// <param name="options">
    /// The options. If you change them later, the next call uses the new values, or throws an <see cref="InvalidOperationException"/> if they are not valid.
    /// </param>
    /// <param name="loggerFactory">Where to log; null for nowhere.</param>
    /// <param name="timeProvider">The clock; null for the system's.</param>
    /// <exception cref="ArgumentException">The options are not valid; the message says what to change.</exception>
    public static ProviderAccount<TOptions> Create<TOptions>(
        ProviderDescriptor provider, ApiKeyHeader header, TOptions options, ILoggerFactory? loggerFactory = null, TimeProvider? timeProvider = null)
        where TOptions : ProviderOptions
    {
        ArgumentNullException.ThrowIfNull(provider);
        ArgumentNullException.ThrowIfNull(header);
        ArgumentNullException.ThrowIfNull(options);
        GivenOptions<TOptions> current = new(options);
        HttpClient client = ProviderHttp.CreateClient(header, current.Value);
        return new ProviderAccount<TOptions>(provider, provider.Name, client, current, timeProvider ?? TimeProvider.System, loggerFactory, client);
    }

    /// <summary>Puts a key into options, for the constructor of a client that takes a key alone.</summary>
    /// <typeparam name="TOptions">The provider's options.</typeparam>
    /// <param name="options">The options.</param>
    /// <param name="apiKey">The key.</param>
    /// <returns><paramref name="options"/>.</returns>
    /// <exception cref="ArgumentException">The key is null or empty, or cannot be one of the provider; the message does not show it.</exception>
    public static TOptions WithApiKey<TOptions>(TOptions options, string apiKey)
        where TOptions : ProviderOptions
    {
        ArgumentNullException.ThrowIfNull(options);
        if (string.IsNullOrWhiteSpace(apiKey))
        {
            throw new ArgumentException("The API key is null or empty. If it comes from user secrets or the environment, check that it is set there.", nameof(apiKey));
        }

        if (ApiKeyCheck.Check(options, apiKey) is { } problem)
        {
            throw new ArgumentException($"The API key {problem}", nameof(apiKey));
        }

        options.ApiKey = apiKey;
        return options;
    }

    /// <inheritdoc cref="IOptionsSource{TOptions}.TakeChanges"/>
    internal abstract void TakeChangedOptions();

    /// <summary>Closes the connections that the account owns. Later calls throw an <see cref="ObjectDisposedException"/>.</summary>
    public void Dispose()
    {
        IsDisposed = true;
        _owned?.Dispose();
        GC.SuppressFinalize(this);
    }
}

/// <inheritdoc/>
/// <typeparam name="TOptions">The provider's options.</typeparam>
public sealed class ProviderAccount<TOptions> : ProviderAccount
    where TOptions : ProviderOptions
{
    private readonly IOptionsSource<TOptions> _options;

    internal ProviderAccount(
        ProviderDescriptor provider,
        string name,
        HttpClient httpClient,
        IOptionsSource<TOptions> options,
        TimeProvider timeProvider,
        ILoggerFactory? loggerFactory,
        IDisposable? owned)
        : base(provider, name, httpClient, timeProvider, loggerFactory, owned) => _options = options;

    /// <summary>The current options.</summary>
    public TOptions Options => _options.Value;

    internal override ProviderOptions Settings => _options.Value;

    internal override void TakeChangedOptions() => _options.TakeChanges();
}
