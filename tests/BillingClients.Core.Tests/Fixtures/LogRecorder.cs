using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace BillingClients.Core.Tests.Fixtures;

/// <summary>Keeps every log line, whatever its level.</summary>
public sealed class LogRecorder : ILoggerProvider, ILoggerFactory
{
    private readonly ConcurrentQueue<LogEntry> _entries = new();

    public IReadOnlyList<LogEntry> Entries => [.. _entries];

    public IReadOnlyList<LogEntry> Of(int eventId) => [.. Entries.Where(entry => entry.Event.Id == eventId && IsOurs(entry.Category))];

    public static bool IsOurs(string category) => category == BillingTelemetry.Name || category.StartsWith(BillingTelemetry.Name + ".", StringComparison.Ordinal);

    public ILogger CreateLogger(string categoryName) => new Logger(categoryName, _entries);

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

    public void Dispose()
    {
    }

    private sealed class Logger(string category, ConcurrentQueue<LogEntry> entries) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            entries.Enqueue(new LogEntry(category, logLevel, eventId, formatter(state, exception)));
    }
}
