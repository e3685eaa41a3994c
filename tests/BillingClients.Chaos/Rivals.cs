namespace BillingClients.Chaos;

/// <summary>Older customers with the unique key of some of the creates: those creates must end as conflicts, however many answers are lost.</summary>
internal static class Rivals
{
    /// <summary>How much older than the creates the rivals are, at least.</summary>
    internal static readonly TimeSpan Age = TimeSpan.FromSeconds(10);

    private const string Name = "Charles Babbage";

    internal static async Task SettleAsync(ICustomerClient client, IReadOnlyList<LedgerEntry> ledger, TimeProvider clock)
    {
        for (int number = 3; number < ledger.Count; number += 16)
        {
            if (ledger[number].Asked.Email is not null && RivalOf(ledger[number].Asked, client.Provider.Capabilities.UniqueKey) is { } rival)
            {
                ledger[number].RivalId = (await client.CreateAsync(rival)).Id;
            }
        }

        await Task.Delay(Age, clock);
    }

    private static CustomerCreate? RivalOf(CustomerCreate asked, UniqueKey key) => key switch
    {
        UniqueKey.ExternalId => asked with { Name = Name, Email = "rival." + asked.Email },
        UniqueKey.Email => asked with { Name = Name, ExternalId = "rival-" + asked.ExternalId },
        _ => null,
    };
}
