using BillingClients;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace HostedApp;

/// <summary>The application's work: once a second, sees to it that its customers exist at every provider.</summary>
internal sealed class CustomerSync(ICustomerClientFactory clients, TimeProvider timeProvider, ILogger<CustomerSync> logger) : BackgroundService
{
    private static readonly CustomerCreate Ada = new() { ExternalId = "crm-1815", Name = "Ada Lovelace", Email = "ada@example.com" };

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using PeriodicTimer timer = new(TimeSpan.FromSeconds(1), timeProvider);
        try
        {
            do
            {
                await Task.WhenAll(clients.Names.Select(name => SyncAsync(name, stoppingToken)));
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host is stopping.
        }
    }

    private async Task SyncAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            await clients.Get(name).GetOrCreateAsync(Ada, cancellationToken: cancellationToken);
        }
        catch (BillingException failure)
        {
            // The client has retried what can be retried; the next round comes in a second. Messages of this library hold no personal data.
            logger.LogWarning("{Client}: {Message}", name, failure.Message);
        }
    }
}
