using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;

namespace HostedApp;

/// <summary>Writes the health to the log; a web application would map <c>/health</c> instead.</summary>
internal sealed class HealthLog(ILogger<HealthLog> logger) : IHealthCheckPublisher
{
    public Task PublishAsync(HealthReport report, CancellationToken cancellationToken)
    {
        foreach ((string name, HealthReportEntry entry) in report.Entries)
        {
            logger.LogInformation("health of {Name}: {Status}, {Description}", name, entry.Status, entry.Description);
        }

        return Task.CompletedTask;
    }
}
