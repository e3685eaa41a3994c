using BillingClients;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace HostedApp;

/// <summary>Asks every provider for a page of one customer. Clients that fail are named, with the kind of failure and nothing else.</summary>
internal sealed class BillingHealthCheck(ICustomerClientFactory clients) : IHealthCheck
{
    private static readonly CustomerListRequest OneCustomer = new() { PageSize = 1 };
    private static readonly CallOptions Quick = new() { Timeout = TimeSpan.FromSeconds(3) };

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        string?[] answers = await Task.WhenAll(clients.Names.Select(name => FailureOfAsync(name, cancellationToken)));
        string[] failures = [.. answers.OfType<string>()];
        return failures.Length == 0
            ? HealthCheckResult.Healthy($"all answer: {string.Join(", ", clients.Names)}")
            : new HealthCheckResult(context.Registration.FailureStatus, string.Join("; ", failures));
    }

    private async Task<string?> FailureOfAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            await clients.Get(name).ListPageAsync(OneCustomer, Quick, cancellationToken);
            return null;
        }
        catch (BillingRateLimitException)
        {
            return null;                                                            // the provider answers
        }
        catch (BillingException failure)
        {
            return $"{name}: {failure.GetType().Name}{(failure.StatusCode is { } status ? $" (HTTP {status})" : "")}";
        }
    }
}
