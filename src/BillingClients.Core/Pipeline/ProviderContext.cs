using Microsoft.Extensions.Logging;

namespace BillingClients.Providers;

/// <summary>What a provider's client is made of. For writing a provider.</summary>
/// <typeparam name="TOptions">The provider's options.</typeparam>
public sealed class ProviderContext<TOptions> : IDisposable
    where TOptions : ProviderOptions
{
    private readonly Func<TOptions> _options;
    private readonly IDisposable? _owned;

    /// <summary>Puts the parts together.</summary>
    /// <param name="clientName">The name the client is registered under.</param>
    /// <param name="httpClient">The HTTP client, with base address and handlers.</param>
    /// <param name="options">Gives the options that are in force now.</param>
    /// <param name="timeProvider">The clock.</param>
    /// <param name="logger">Where to log.</param>
    /// <param name="owned">Disposed with the context; null when nothing is owned.</param>
    public ProviderContext(string clientName, HttpClient httpClient, Func<TOptions> options, TimeProvider timeProvider, ILogger logger, IDisposable? owned = null)
    {
        ClientName = clientName;
        HttpClient = httpClient;
        TimeProvider = timeProvider;
        Logger = logger;
        _options = options;
        _owned = owned;
    }

    /// <summary>The name the client is registered under.</summary>
    public string ClientName { get; }

    /// <summary>The HTTP client, with base address and handlers.</summary>
    public HttpClient HttpClient { get; }

    /// <summary>The options that are in force now.</summary>
    public TOptions Options => _options();

    /// <summary>The clock.</summary>
    public TimeProvider TimeProvider { get; }

    /// <summary>Where to log.</summary>
    public ILogger Logger { get; }

    /// <summary>Whether <see cref="Dispose"/> was called.</summary>
    public bool IsDisposed { get; private set; }

    /// <summary>Disposes what is owned. The client fails with <see cref="ObjectDisposedException"/> from then on.</summary>
    public void Dispose()
    {
        IsDisposed = true;
        _owned?.Dispose();
    }
}
