using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;

namespace BillingClients.Providers;

/// <summary>A log scope that drops what the application's logger throws when the scope ends, as <see cref="SafeLogger"/> does when it begins.</summary>
internal readonly struct SafeScope : IDisposable
{
    private readonly IDisposable? _inner;

    private SafeScope(IDisposable? inner) => _inner = inner;

    /// <summary>Begins a scope.</summary>
    internal static SafeScope Begin(ILogger logger, CallScope state) => new(SafeLogger.Around(logger).BeginScope(state));

    /// <inheritdoc/>
    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = SafeLogger.Reason)]
    public void Dispose()
    {
        try
        {
            _inner?.Dispose();
        }
        catch (Exception)
        {
            // See SafeLogger.Reason.
        }
    }
}
