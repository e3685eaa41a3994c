using BillingClients;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace HostedApp;

/// <summary>Healthy when every client can read; a provider that fails is named, with the kind of failure and nothing else.</summary>
internal sealed class BillingHealthCheck(ICustomerClientFactory clients) : IHealthCheck
{
    private static readonly CallOptions Quick = new() { Timeout = TimeSpan.FromSeconds(3) };

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        string?[] failures = await Task.WhenAll(clients.Names.Select(name => FailureOfAsync(name, cancellationToken)));
        string[] found = [.. failures.OfType<string>()];
        return found.Length == 0
            ? HealthCheckResult.Healthy($"all of {string.Join(", ", clients.Names)} answer")
            : new HealthCheckResult(context.Registration.FailureStatus, string.Join(", ", found));
    }

    private async Task<string?> FailureOfAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            await clients.Get(name).ListPageAsync(new CustomerListRequest { PageSize = 1 }, Quick, cancellationToken);
            return null;
        }
        catch (BillingException failure)
        {
            return $"{name}: {failure.GetType().Name}";
        }
    }
}
