using BillingClients;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace HostedApp;

/// <summary>Two seconds after the start, rotates the keys under the running clients, and shows that the old ones are dead and the clients are not.</summary>
internal sealed class KeyRotation(OfflineProviders providers, ICustomerClientFactory clients, TimeProvider timeProvider, ILogger<KeyRotation> logger) : BackgroundService
{
    private static readonly CustomerListRequest Anything = new() { PageSize = 1 };

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Delay(TimeSpan.FromSeconds(2), timeProvider, stoppingToken);
        providers.RotateKeys();
        foreach (string name in clients.Names)
        {
            ICustomerClient client = clients.Get(name);
            bool oldIsDead = await IsRefusedAsync(client, providers.OldKeyOf(client.Provider.Name), stoppingToken);
            await client.ListPageAsync(Anything, cancellationToken: stoppingToken);
            logger.LogInformation("{Client}: key rotated; the old one is {Old}, the next call went through with the new one", name, oldIsDead ? "refused" : "still accepted");
        }

        providers.Rotated = true;
    }

    private static async Task<bool> IsRefusedAsync(ICustomerClient client, string key, CancellationToken cancellationToken)
    {
        try
        {
            await client.ListPageAsync(Anything, new CallOptions { ApiKey = key }, cancellationToken);
            return false;
        }
        catch (BillingAuthenticationException)
        {
            return true;
        }
    }
}
