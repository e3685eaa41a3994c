namespace BillingClients.Chaos;

/// <summary>Creates customers with clients that are disposed while their creates are under way.</summary>
/// <param name="newClient">Makes a client.</param>
/// <param name="clock">The provider's clock.</param>
internal sealed class ShortLivedClients(Func<ICustomerClient> newClient, TimeProvider clock)
{
    // Both twins are among them, and so have the same client.
    private const int CreatesOfOne = 8;

    private static readonly TimeSpan LongestLife = TimeSpan.FromSeconds(10);

    internal async Task CreateAsync(IEnumerable<LedgerEntry> entries)
    {
        foreach ((int number, LedgerEntry[] ofOne) in entries.Chunk(CreatesOfOne).Index())
        {
            ICustomerClient client = newClient();
            Caller caller = new(client, clock, isDisposed: true);
            Task created = Task.WhenAll(ofOne.Select(async entry => entry.Creates = [await caller.CreateAsync(entry.Asked)]));
            await Task.Delay(LongestLife * new Random(number).NextDouble(), clock);
            ((IDisposable)client).Dispose();
            await created;
        }
    }
}
