using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;

namespace BillingClients.Providers;

/// <summary>Passes log lines on, and drops what the application's logger throws.</summary>
/// <remarks>
/// A call that took effect must not fail because it could not be logged: the application would create the customer again. The exception
/// cannot be reported elsewhere, because exceptions are reported by the logger.
/// </remarks>
internal sealed class SafeLogger : ILogger
{
    internal const string Reason = "What a logger throws must not decide the outcome of a call.";

    private readonly ILogger _inner;

    private SafeLogger(ILogger inner) => _inner = inner;

    internal static ILogger Around(ILogger logger) => logger as SafeLogger ?? new SafeLogger(logger);

    /// <inheritdoc/>
    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = Reason)]
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
    {
        try
        {
            return _inner.BeginScope(state);
        }
        catch (Exception)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = Reason)]
    public bool IsEnabled(LogLevel logLevel)
    {
        try
        {
            return _inner.IsEnabled(logLevel);
        }
        catch (Exception)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = Reason)]
    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        try
        {
            _inner.Log(logLevel, eventId, state, exception, formatter);
        }
        catch (Exception)
        {
            // See Reason.
        }
    }
}
