using BillingClients.Providers;
using static BillingClients.Providers.WireText;

namespace BillingClients;

/// <summary>Makes requests of a customer that was read. Pure.</summary>
internal static class CustomerCopy
{
    internal static CustomerCreate ToCreate(Customer customer, string? externalId)
    {
        Names names = NamesOf(customer);
        return new CustomerCreate
        {
            ExternalId = externalId,
            Name = names.Name,
            FirstName = names.FirstName,
            LastName = names.LastName,
            Email = NullIfEmpty(customer.Email),
            Phone = NullIfEmpty(customer.Phone),
            Description = NullIfEmpty(customer.Description),
            BillingAddress = AddressOf(customer.BillingAddress),
            ShippingAddress = AddressOf(customer.ShippingAddress),
            TaxIds = customer.TaxIds is { Count: > 0 } taxIds ? taxIds : null,
            TaxExempt = customer.TaxExempt,
            Metadata = MetadataOf(customer) is { Count: > 0 } metadata ? metadata : null,
        };
    }

    internal static CustomerUpdate ToUpdate(Customer customer)
    {
        CustomerCreate copy = ToCreate(customer, externalId: null);
        bool hasPart = copy.FirstName is not null || copy.LastName is not null;
        return new CustomerUpdate
        {
            Name = Optional.IfNotNull(copy.Name),
            FirstName = hasPart ? copy.FirstName : Optional<string?>.Unset,
            LastName = hasPart ? copy.LastName : Optional<string?>.Unset,
            Email = Optional.IfNotNull(copy.Email),
            Phone = Optional.IfNotNull(copy.Phone),
            Description = Optional.IfNotNull(copy.Description),
            BillingAddress = Optional.IfNotNull(copy.BillingAddress),
            ShippingAddress = Optional.IfNotNull(copy.ShippingAddress),
            TaxIds = OptionalTaxIds.IfNotNull(copy.TaxIds),
            TaxExempt = Optional.IfNotNull(copy.TaxExempt),
            Metadata = OptionalMetadata.IfNotNull(copy.Metadata),
        };
    }

    // A provider with two names may hold only one of them. As a whole name and one part, it could not be created there again.
    private static Names NamesOf(Customer customer)
    {
        Names names = new(NullIfEmpty(customer.Name), NullIfEmpty(customer.FirstName), NullIfEmpty(customer.LastName));
        return names switch
        {
            (_, not null, not null) or (_, null, null) => names,
            var (name, first, last) when name is null || name == (first ?? last) => new Names(null, first, last),
            _ => new Names(names.Name, null, null),
        };
    }

    private static Address? AddressOf(Address? address) => address is null ? null : ToAddress(
        address.Line1, address.Line2, address.City, address.State, address.PostalCode, address.Country);

    // Where the provider has no field for the external id, it is an entry of the metadata, and the copy may get another one.
    private static CustomerMetadata MetadataOf(Customer customer) =>
        customer.ExternalId is not null && ExternalIdInMetadata.Of(customer.Metadata) == customer.ExternalId
            ? [.. customer.Metadata.Where(static entry => entry.Key != ExternalIdInMetadata.Key)]
            : customer.Metadata;

    private readonly record struct Names(string? Name, string? FirstName, string? LastName);
}
