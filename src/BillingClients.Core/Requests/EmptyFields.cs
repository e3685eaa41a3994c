namespace BillingClients.Providers;

/// <summary>
/// Empty addresses, lists and maps count as absent: a create does not send them, and an update clears with them. If the provider does not have the field, there
/// is nothing to clear, so an update leaves them out. <see cref="CustomerCreate.TaxExempt"/> = false is left out there, too. Pure.
/// </summary>
internal static class EmptyFields
{
    internal static CustomerCreate LeaveOut(CustomerCapabilities capabilities, CustomerCreate customer)
    {
        if (IsEmpty(customer.BillingAddress))
        {
            customer = customer with { BillingAddress = null };
        }

        if (IsEmpty(customer.ShippingAddress))
        {
            customer = customer with { ShippingAddress = null };
        }

        if (customer.TaxIds is { Count: 0 })
        {
            customer = customer with { TaxIds = null };
        }

        if (customer.Metadata is { Count: 0 })
        {
            customer = customer with { Metadata = null };
        }

        return customer.TaxExempt == false && !Has(capabilities, CustomerField.TaxExempt) ? customer with { TaxExempt = null } : customer;
    }

    internal static CustomerUpdate Clear(CustomerCapabilities capabilities, CustomerUpdate update)
    {
        if (IsEmpty(update.BillingAddress.ValueOr(null)))
        {
            update = update with { BillingAddress = Has(capabilities, CustomerField.BillingAddress) ? null : Optional<Address?>.Unset };
        }

        if (IsEmpty(update.ShippingAddress.ValueOr(null)))
        {
            update = update with { ShippingAddress = Has(capabilities, CustomerField.ShippingAddress) ? null : Optional<Address?>.Unset };
        }

        if (update.TaxIds.ValueOr(null) is { Count: 0 })
        {
            update = update with { TaxIds = Has(capabilities, CustomerField.TaxIds) ? null : OptionalTaxIds.Unset };
        }

        if (update.Metadata.ValueOr(null) is { Count: 0 })
        {
            update = update with { Metadata = Has(capabilities, CustomerField.Metadata) ? null : OptionalMetadata.Unset };
        }

        return update.TaxExempt.ValueOr(null) == false && !Has(capabilities, CustomerField.TaxExempt) ? update with { TaxExempt = default } : update;
    }

    private static bool IsEmpty(Address? address) => address == Address.Empty;

    private static bool Has(CustomerCapabilities capabilities, CustomerField field) => capabilities.Field(field) != default;
}
