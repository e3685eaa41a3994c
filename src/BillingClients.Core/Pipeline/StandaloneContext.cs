using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace BillingClients.Providers;

/// <summary>Makes the parts of a client that lives without dependency injection. For writing a provider.</summary>
public static class StandaloneContext
{
    /// <summary>Checks the options and makes the parts. The context owns the connections: dispose it with the client.</summary>
    /// <typeparam name="TOptions">The provider's options.</typeparam>
    /// <param name="provider">The provider.</param>
    /// <param name="header">The header that carries the API key.</param>
    /// <param name="options">The options. Changing them afterwards changes the client's next call.</param>
    /// <param name="loggerFactory">Where to log; null for nowhere.</param>
    /// <param name="timeProvider">The clock; null for the system's.</param>
    /// <exception cref="ArgumentException">The options are not valid; the message says what to change.</exception>
    public static ProviderContext<TOptions> Create<TOptions>(
        ProviderDescriptor provider, ApiKeyHeader header, TOptions options, ILoggerFactory? loggerFactory, TimeProvider? timeProvider)
        where TOptions : ProviderOptions
    {
        ArgumentNullException.ThrowIfNull(provider);
        ArgumentNullException.ThrowIfNull(options);
        IReadOnlyList<string> failures = options.Validate(typeof(TOptions).Name);
        if (failures.Count > 0)
        {
            throw new ArgumentException(string.Join(" ", failures), nameof(options));
        }

        ResponseHandler handlers = new() { InnerHandler = new ApiKeyHandler(header, options.GetBaseAddress()) { InnerHandler = ProviderHttp.CreatePrimaryHandler(options) } };
        HttpClient client = new(handlers, disposeHandler: true);
        ProviderHttp.Configure(client, options);
        ILogger logger = loggerFactory?.CreateLogger($"{BillingTelemetry.Name}.{provider.Name}") ?? NullLogger.Instance;
        return new ProviderContext<TOptions>(provider.Name, client, () => options, timeProvider ?? TimeProvider.System, logger, client);
    }
}
