namespace BillingClients.Chaos;

/// <summary>Pairs of creates with the same unique key, at about the same time: at most one of them may be told that it created the customer.</summary>
internal static class Twins
{
    /// <summary>Gives some of the creates the unique key of the one before.</summary>
    internal static void Pair(IReadOnlyList<LedgerEntry> ledger, UniqueKey key)
    {
        for (int number = 7; number < ledger.Count; number += 16)
        {
            LedgerEntry first = ledger[number - 1];
            LedgerEntry second = ledger[number];
            if (SecondOf(first.Asked, second.Asked, key) is { } asked)
            {
                second.Asked = asked;
                (first.Twin, second.Twin) = (second, first);
            }
        }
    }

    private static CustomerCreate? SecondOf(CustomerCreate first, CustomerCreate second, UniqueKey key) => key switch
    {
        UniqueKey.ExternalId => second with { ExternalId = first.ExternalId, Email = first.Email },
        UniqueKey.Email when first.Email is not null => second with { Email = first.Email },
        _ => null,
    };
}
