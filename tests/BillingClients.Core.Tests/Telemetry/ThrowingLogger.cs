using Microsoft.Extensions.Logging;

namespace BillingClients.Core.Tests.Telemetry;

/// <summary>A logger that fails whatever it is asked to do.</summary>
public sealed class ThrowingLogger : ILoggerProvider, ILoggerFactory, ILogger
{
    private int _asked;

    public int Asked => Volatile.Read(ref _asked);

    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => Throws == ThrowsIn.EndScope ? new Scope(this) : throw Full();

    public bool IsEnabled(LogLevel logLevel) => Throws == ThrowsIn.IsEnabled ? throw Full() : true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => throw Full();

    public ThrowsIn Throws { get; init; }

    public void Dispose()
    {
    }

    private IOException Full()
    {
        Interlocked.Increment(ref _asked);
        return new IOException("The disk is full.");
    }

    public enum ThrowsIn
    {
        Log,
        IsEnabled,
        EndScope,
    }

    private sealed class Scope(ThrowingLogger logger) : IDisposable
    {
        public void Dispose() => throw logger.Full();
    }
}
