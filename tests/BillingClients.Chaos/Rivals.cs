namespace BillingClients.Chaos;

/// <summary>Older customers with the unique key of some of the creates: those creates must end as conflicts, however many answers are lost.</summary>
internal static class Rivals
{
    internal const string Name = "Charles Babbage";

    // Much older than any clock is wrong: see "Where the promise stops" in docs/outcomes.md.
    private static readonly TimeSpan Age = TimeSpan.FromDays(1);

    internal static async Task SettleAsync(ICustomerClient client, IReadOnlyList<LedgerEntry> ledger, ScaledTimeProvider clock)
    {
        for (int number = 3; number < ledger.Count; number += 16)
        {
            if (ledger[number].Asked.Email is not null && RivalOf(ledger[number].Asked, client.Provider.Capabilities.UniqueKey) is { } rival)
            {
                ledger[number].RivalId = (await client.CreateAsync(rival)).Id;
            }
        }

        clock.SetForward(Age);
    }

    private static CustomerCreate? RivalOf(CustomerCreate asked, UniqueKey key) => key switch
    {
        UniqueKey.ExternalId => asked with { Name = Name, Email = "rival." + asked.Email },
        UniqueKey.Email => asked with { Name = Name, ExternalId = "rival-" + asked.ExternalId },
        _ => null,
    };
}
