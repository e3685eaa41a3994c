using BillingClients.Providers;
using static BillingClients.Providers.WireText;

namespace BillingClients;

/// <summary>Turns a customer that was read into a create or an update. Pure.</summary>
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

    // A customer may have only a first or only a last name. A provider with two name fields refuses a create with a whole name and one part.
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

    // A provider without a field for the external id stores it in the metadata. The copy may get another external id.
    private static CustomerMetadata MetadataOf(Customer customer) =>
        customer.ExternalId is not null && ExternalIdInMetadata.Of(customer.Metadata) == customer.ExternalId
            ? [.. customer.Metadata.Where(static entry => entry.Key != ExternalIdInMetadata.Key)]
            : customer.Metadata;

    private readonly record struct Names(string? Name, string? FirstName, string? LastName);
}
