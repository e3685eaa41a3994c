using BillingClients.Testing;

namespace BillingClients.Chaos;

/// <summary>What a provider holds when the run is over.</summary>
internal sealed class Stored
{
    private readonly ILookup<string?, SimulatedCustomer> _byIdentity;
    private readonly Dictionary<string, SimulatedCustomer> _byId;
    private readonly Dictionary<string, Customer> _listed;

    private Stored(IReadOnlyList<SimulatedCustomer> customers, Dictionary<string, Customer> listed)
    {
        _byIdentity = customers.ToLookup(Identity.Of, StringComparer.Ordinal);
        _byId = customers.ToDictionary(static customer => customer.Id, StringComparer.Ordinal);
        _listed = listed;
    }

    /// <summary>Reads what is stored.</summary>
    /// <param name="provider">The provider.</param>
    /// <param name="client">A client whose requests do not go wrong.</param>
    internal static async Task<Stored> ReadAsync(SimulatedProvider provider, ICustomerClient client)
    {
        Dictionary<string, Customer> listed = new(StringComparer.Ordinal);
        await foreach (Customer customer in client.ListAsync())
        {
            listed.Add(customer.Id, customer);
        }

        return new Stored(provider.Customers, listed);
    }

    /// <summary>The customers that the creates of an entry or of its twin have made.</summary>
    internal SimulatedCustomer[] MadeBy(LedgerEntry entry) => [.. _byIdentity[Identity.Of(entry.Asked)].Where(customer => customer.Id != entry.RivalId)];

    /// <summary>Whether the customer of an entry is deleted or archived.</summary>
    internal bool IsGone(LedgerEntry entry) => MadeBy(entry).All(static customer => customer.IsArchived);

    /// <summary>Whether a customer has the identity of an entry.</summary>
    internal bool HasIdentity(string id, LedgerEntry entry) =>
        _byId.TryGetValue(id, out SimulatedCustomer? customer) && Identity.Of(customer) == Identity.Of(entry.Asked);

    /// <summary>Whether a customer that is stored existed at a time.</summary>
    internal bool Existed(string id, DateTimeOffset time) => _byId.TryGetValue(id, out SimulatedCustomer? customer) && customer.CreatedAt < time;

    /// <summary>A customer as a client reads it; null if it is deleted or archived.</summary>
    internal Customer? Find(string id) => _listed.GetValueOrDefault(id);
}
