using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace BillingClients.Providers;

/// <summary>
/// An account at a provider, under the name that it is registered with: its settings, its connections, its retry budget. Whatever is called with this account's key
/// goes through it. For writing a provider.
/// </summary>
/// <remarks>Safe for concurrent use.</remarks>
public abstract class ProviderAccount : IDisposable
{
    private readonly IDisposable? _owned;

    private protected ProviderAccount(
        ProviderDescriptor provider, string name, HttpClient httpClient, TimeProvider timeProvider, ILogger logger, IDisposable? owned)
    {
        Provider = provider;
        Name = name;
        HttpClient = httpClient;
        TimeProvider = timeProvider;
        Logger = logger;
        _owned = owned;
        Pipeline = new ProviderPipeline(this);
    }

    /// <summary>The provider.</summary>
    public ProviderDescriptor Provider { get; }

    /// <summary>The name that the client is registered with.</summary>
    public string Name { get; }

    /// <summary>The HTTP client, with base address and handlers. For <see cref="ProviderApi"/>.</summary>
    public HttpClient HttpClient { get; }

    internal TimeProvider TimeProvider { get; }

    internal ILogger Logger { get; }

    internal ProviderPipeline Pipeline { get; }

    /// <summary>The options that are in force now.</summary>
    internal abstract ProviderOptions Settings { get; }

    internal bool IsDisposed { get; private set; }

    /// <summary>Makes the account of a client that lives without dependency injection. It owns its connections: dispose it with the client.</summary>
    /// <typeparam name="TOptions">The provider's options.</typeparam>
    /// <param name="provider">The provider.</param>
    /// <param name="header">The header that carries the API key.</param>
    /// <param name="options">The options. Changing them afterwards changes the client's next call.</param>
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
        IReadOnlyList<string> failures = options.Validate(typeof(TOptions).Name);
        if (failures.Count > 0)
        {
            throw new ArgumentException(string.Join(" ", failures), nameof(options));
        }

        HttpClient client = ProviderHttp.CreateClient(header, options);
        ILogger logger = loggerFactory?.CreateLogger($"{BillingTelemetry.Name}.{provider.Name}") ?? NullLogger.Instance;
        return new ProviderAccount<TOptions>(provider, provider.Name, client, () => options, timeProvider ?? TimeProvider.System, logger, client);
    }

    /// <summary>Disposes what is owned. Calls fail with <see cref="ObjectDisposedException"/> from then on.</summary>
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
    private readonly Func<TOptions> _options;

    internal ProviderAccount(
        ProviderDescriptor provider, string name, HttpClient httpClient, Func<TOptions> options, TimeProvider timeProvider, ILogger logger, IDisposable? owned)
        : base(provider, name, httpClient, timeProvider, logger, owned) => _options = options;

    /// <summary>The options that are in force now.</summary>
    public TOptions Options => _options();

    internal override ProviderOptions Settings => _options();
}
