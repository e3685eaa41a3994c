using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace BillingClients.Core.Tests.Fixtures;

/// <summary>Keeps every log line, whatever its level.</summary>
public sealed class LogRecorder : ILoggerProvider, ILoggerFactory, ISupportExternalScope
{
    private readonly ConcurrentQueue<LogEntry> _entries = new();
    private IExternalScopeProvider _scopes = new LoggerExternalScopeProvider();

    public IReadOnlyList<LogEntry> Entries => [.. _entries];

    public IReadOnlyList<LogEntry> Of(int eventId) => [.. Entries.Where(entry => entry.Event.Id == eventId && IsOurs(entry.Category))];

    public static bool IsOurs(string category) => category == BillingTelemetry.Name || category.StartsWith(BillingTelemetry.Name + ".", StringComparison.Ordinal);

    public ILogger CreateLogger(string categoryName) => new Logger(categoryName, this);

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => _scopes = scopeProvider;

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

    public void Dispose()
    {
    }

    private static void AddTo(Dictionary<string, object?> properties, object? state)
    {
        foreach ((string name, object? value) in state as IEnumerable<KeyValuePair<string, object?>> ?? [])
        {
            properties[name] = value;
        }
    }

    private sealed class Logger(string category, LogRecorder recorder) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => recorder._scopes.Push(state);

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            Dictionary<string, object?> properties = [];
            Dictionary<string, object?> scope = [];
            AddTo(properties, state);
            recorder._scopes.ForEachScope(static (each, all) => AddTo(all, each), scope);
            recorder._entries.Enqueue(new LogEntry(category, logLevel, eventId, formatter(state, exception)) { Properties = properties, Scope = scope });
        }
    }
}
