using BillingClients.Testing;

namespace BillingClients.Chaos;

/// <summary>Compares what callers were told with what the provider holds.</summary>
internal static class Audit
{
    internal static ProviderReport Of(Contestant contestant, IReadOnlyList<LedgerEntry> ledger, SimulatedProvider provider, IReadOnlyDictionary<string, Customer> readBack, int faults)
    {
        ILookup<string?, SimulatedCustomer> stored = provider.Customers.ToLookup(Identity.Of, StringComparer.Ordinal);
        return new ProviderReport(
            contestant.Label,
            ledger.Count,
            faults,
            ledger.Count(static entry => entry.Created == Told.Done),
            ledger.Count(static entry => entry.Created == Told.Failed),
            ledger.Count(static entry => entry.Created == Told.Unknown),
            [.. ledger.Select(entry => Loss(contestant, entry, StoredFor(entry), readBack)).OfType<string>()],
            [.. ledger.Select(entry => Doubling(entry, StoredFor(entry))).OfType<string>()],
            [.. ledger.Select(static entry => entry.Untyped?.ToString()).OfType<string>()]);

        SimulatedCustomer[] StoredFor(LedgerEntry entry) => [.. stored[Identity.Of(entry.Asked)].Where(customer => customer.Id != entry.RivalId)];
    }

    private static string? Loss(Contestant contestant, LedgerEntry entry, SimulatedCustomer[] stored, IReadOnlyDictionary<string, Customer> readBack)
    {
        string who = Identity.Of(entry.Asked);
        if (entry.Twin is { } twin)
        {
            return LossOfTwin(who, entry, twin, stored);
        }

        bool isGone = stored.Length == 0 || stored.All(static customer => customer.IsArchived);
        if (entry.Created == Told.Failed && stored.Length > 0)
        {
            return $"{who}: told failed, but stored as {stored[0].Id}: {entry.Failure}";
        }

        if (entry.Created != Told.Done)
        {
            return null;
        }

        if (entry.Id == entry.RivalId)
        {
            return $"{who}: told created as {entry.Id}, which is somebody else's";
        }

        if (entry.Deleted is not null)
        {
            return entry.Deleted == Told.Done && !isGone ? $"{who}: told deleted, but there"
                : entry.Deleted == Told.Failed && isGone ? $"{who}: told not deleted, but gone: {entry.Failure}"
                : null;
        }

        return !readBack.TryGetValue(entry.Id!, out Customer? customer) ? $"{who}: told created as {entry.Id}, but not there"
            : customer.Email != entry.Asked.Email ? $"{who}: told created as {entry.Id}, which is somebody else"
            : contestant.Changed(customer) != ShouldBeChanged(contestant, entry, customer) ? $"{who}: told {entry.Updated} for the update, which is not so: {entry.Failure}"
            : entry.Updated is null && customer.Name != entry.Asked.Name ? $"{who}: stored with another name than the one sent"
            : null;
    }

    private static string? LossOfTwin(string who, LedgerEntry entry, LedgerEntry twin, SimulatedCustomer[] stored) => (entry.Created, twin.Created) switch
    {
        (Told.Done, Told.Done) => $"{who}: told created to two callers, as {entry.Id} and {twin.Id}",
        (Told.Done, _) when !stored.Any(customer => customer.Id == entry.Id) => $"{who}: told created as {entry.Id}, but not there",
        (Told.Failed, Told.Failed) when stored.Length > 0 => $"{who}: told failed twice, but stored as {stored[0].Id}: {entry.Failure}",
        _ => null,
    };

    private static bool ShouldBeChanged(Contestant contestant, LedgerEntry entry, Customer customer) => entry.Updated switch
    {
        Told.Done => true,
        Told.Unknown => contestant.Changed(customer),
        _ => false,
    };

    private static string? Doubling(LedgerEntry entry, SimulatedCustomer[] stored) =>
        stored.Length > 1 ? $"{Identity.Of(entry.Asked)}: stored {stored.Length} times, told {entry.Created}"
        : entry.GotOrCreated.Distinct().Count() > 1 ? $"{Identity.Of(entry.Asked)}: GetOrCreateAsync gave two customers"
        : null;
}
