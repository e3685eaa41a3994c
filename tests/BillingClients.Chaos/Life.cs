namespace BillingClients.Chaos;

/// <summary>What happens to a customer: it is created, and then read, updated or deleted.</summary>
/// <param name="client">The client.</param>
/// <param name="contestant">What is created and changed.</param>
/// <param name="clock">The provider's clock.</param>
internal sealed class Life(ICustomerClient client, Contestant contestant, TimeProvider clock)
{
    // Some creates end before that, some do not.
    private static readonly TimeSpan LongestPatience = TimeSpan.FromSeconds(60);

    private readonly Caller _caller = new(client, clock);
    private readonly CustomerCapabilities _capabilities = client.Provider.Capabilities;

    internal async Task LiveAsync(int number, LedgerEntry entry)
    {
        await CreateAsync(number, entry);
        if (entry.Customer is not { } customer || entry.Twin is not null)
        {
            return;
        }

        CustomerKey key = contestant.KeyOf(customer);
        switch (number % 4)
        {
            case 1:
                entry.Updated = await _caller.UpdateAsync(key, Contestant.Change);
                break;
            case 2 when _capabilities.DeleteEffect != DeleteEffect.None:
                entry.Deleted = await _caller.DeleteAsync(key);
                break;
            default:
                entry.Read = await _caller.GetAsync(key);
                break;
        }
    }

    // One in eight is got or created by two callers at once, and one in sixteen is created by a caller who stops waiting.
    private async Task CreateAsync(int number, LedgerEntry entry)
    {
        entry.MayExist = number % 8 == 0 && (entry.Asked.Email is not null || _capabilities.UniqueKey == UniqueKey.ExternalId);
        if (entry.MayExist)
        {
            entry.Creates = await Task.WhenAll(_caller.GetOrCreateAsync(entry.Asked), _caller.GetOrCreateAsync(entry.Asked));
            return;
        }

        TimeSpan patience = LongestPatience * new Random(number).NextDouble();
        using CancellationTokenSource? impatience = number % 16 == 13 ? new CancellationTokenSource(patience, clock) : null;
        entry.Creates = [await _caller.CreateAsync(entry.Asked, impatience?.Token ?? default)];
    }
}
