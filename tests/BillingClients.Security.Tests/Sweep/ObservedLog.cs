using Microsoft.Extensions.Logging;

namespace BillingClients.Security.Tests.Sweep;

/// <summary>Hands on what is logged, at every level: category, message, each value by itself, scopes and exceptions.</summary>
public sealed class ObservedLog(Action<string, string?> add) : ILoggerProvider, ILoggerFactory
{
    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName) => new Logger(categoryName, add);

    /// <inheritdoc/>
    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    private sealed class Logger(string category, Action<string, string?> add) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            AddState($"log {category}, scope", state);
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            string where = $"log {category}, event {eventId.Id}";
            add(where, formatter(state, exception));
            add(where, exception?.ToString());
            AddState(where, state);
        }

        private void AddState<TState>(string where, TState state)
        {
            add(where, state?.ToString());
            foreach ((string key, object? value) in state as IEnumerable<KeyValuePair<string, object?>> ?? [])
            {
                add($"{where}, {key}", value?.ToString());
            }
        }
    }
}
