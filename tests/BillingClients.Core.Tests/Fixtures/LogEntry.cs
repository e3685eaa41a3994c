using Microsoft.Extensions.Logging;

namespace BillingClients.Core.Tests.Fixtures;

/// <summary>A log line as it was written.</summary>
public sealed record LogEntry(string Category, LogLevel Level, EventId Event, string Message)
{
    /// <summary>The line's own properties, by name.</summary>
    public required IReadOnlyDictionary<string, object?> Properties { get; init; }

    /// <summary>The properties of the scopes around the line, by name.</summary>
    public required IReadOnlyDictionary<string, object?> Scope { get; init; }
}
