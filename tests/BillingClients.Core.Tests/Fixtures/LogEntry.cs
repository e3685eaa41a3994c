using Microsoft.Extensions.Logging;

namespace BillingClients.Core.Tests.Fixtures;

/// <summary>A log line as it was written.</summary>
public sealed record LogEntry(string Category, LogLevel Level, EventId Event, string Message);
