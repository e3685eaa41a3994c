using BillingClients.Providers;
using Xunit;

namespace BillingClients.Conformance;

/// <summary>Compares one field of a customer with what it should be, in messages that name the field.</summary>
internal static class FieldAssert
{
    /// <summary>The customer holds the value; of metadata, at least its entries.</summary>
    internal static void Holds(object? expected, Customer customer, CustomerField field)
    {
        object? actual = FieldValues.Of(customer, field);
        Assert.True(Same(expected, actual), $"{field} should be {Show(expected)}; it is {Show(actual)}.");
    }

    internal static void IsAbsent(Customer customer, CustomerField field)
    {
        object? actual = FieldValues.Of(customer, field);
        Assert.True(actual is null, $"{field} should be absent; it is {Show(actual)}.");
    }

    /// <summary>
    /// Cleared, or never given: absent, or the provider's "no". Of metadata, nothing of what was there before; nothing at all where nothing was.
    /// </summary>
    internal static void IsCleared(Customer customer, CustomerField field, object? before)
    {
        object? actual = FieldValues.Of(customer, field);
        bool cleared = (field, actual) switch
        {
            (_, null) or (CustomerField.TaxExempt, false) => true,
            (CustomerField.Metadata, IReadOnlyDictionary<string, string> left) =>
                !Own(left).Any(entry => before is not IReadOnlyDictionary<string, string> had || had.ContainsKey(entry.Key)),
            _ => false,
        };
        Assert.True(cleared, $"{field} should be cleared; it is {Show(actual)}.");
    }

    /// <summary>What is declared to be read comes back; what is declared not to be is absent.</summary>
    internal static void IsReadAsDeclared(Support read, CustomerCreate given, Customer customer, CustomerField field)
    {
        object? expected = FieldValues.Of(given, field);
        switch (read)
        {
            case Support.Unsupported:
                IsAbsent(customer, field);
                break;
            case Support.Unknown when FieldValues.Of(customer, field) is null:
                break;
            default:
                Holds(expected, customer, field);
                break;
        }
    }

    /// <summary>At a provider with one name, first and last are in it. What it returns as one of them, if it does, comes from elsewhere.</summary>
    internal static void IsPartOfName(Support read, CustomerCreate given, Customer customer, CustomerField field)
    {
        Holds(CustomerName.Join(given.FirstName, given.LastName), customer, CustomerField.Name);
        if (read == Support.Unsupported)
        {
            IsAbsent(customer, field);
        }
    }

    /// <summary>Every field that a request can hold is what it was.</summary>
    internal static void IsUnchanged(Customer before, Customer after)
    {
        Assert.All(CustomerFields.AllWritable, field => Holds(FieldValues.Of(before, field), after, field));
        HasNoNewMetadata(before, after);
    }

    /// <summary>All other fields than the changed one are what they were. The three names count as one.</summary>
    internal static void OthersAreLeft(Customer before, Customer after, CustomerField changed)
    {
        foreach (CustomerField field in CustomerFields.AllWritable)
        {
            if (field != changed && !(CustomerFields.IsName(field) && CustomerFields.IsName(changed)))
            {
                Holds(FieldValues.Of(before, field), after, field);
            }
        }

        // A provider may keep a note of the former external id in metadata.
        if (changed is not (CustomerField.Metadata or CustomerField.ExternalId))
        {
            HasNoNewMetadata(before, after);
        }
    }

    private static void HasNoNewMetadata(Customer before, Customer after) =>
        Assert.True(Own(after.Metadata).All(entry => before.Metadata.ContainsKey(entry.Key)), "Metadata should be as it was; it has a new entry.");

    private static bool Same(object? expected, object? actual) => (expected, actual) switch
    {
        (IReadOnlyDictionary<string, string> wanted, IReadOnlyDictionary<string, string> held) =>
            Own(wanted).All(entry => held.TryGetValue(entry.Key, out string? value) && value == entry.Value),
        (IReadOnlyList<TaxId> wanted, IReadOnlyList<TaxId> held) => wanted.SequenceEqual(held),
        _ => Equals(expected, actual),
    };

    // Where the external id is kept in metadata, its entry comes and goes with it.
    private static IEnumerable<KeyValuePair<string, string>> Own(IReadOnlyDictionary<string, string> metadata) =>
        metadata.Where(static entry => entry.Key != ExternalIdInMetadata.Key);

    private static string Show(object? value) => value switch
    {
        null => "absent",
        string text => $"'{text}'",
        Address address => $"({address.Line1} | {address.Line2} | {address.City} | {address.State} | {address.PostalCode} | {address.Country})",
        IReadOnlyDictionary<string, string> map => $"{{{string.Join(", ", map.Select(static entry => $"{entry.Key}={entry.Value}"))}}}",
        IReadOnlyList<TaxId> taxIds => $"[{string.Join(", ", taxIds.Select(static taxId => $"{taxId.Type} {taxId.Value}"))}]",
        _ => $"{value}",
    };
}
