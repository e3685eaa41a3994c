namespace BillingClients.Providers;

/// <summary>Takes fields that a provider cannot hold out of a request, or into its metadata. Pure.</summary>
internal static class UnsupportedFieldPlacement
{
    internal static CustomerCreate Without(CustomerCreate customer, FieldSet fields) => customer with
    {
        ExternalId = fields.Contains(CustomerField.ExternalId) ? null : customer.ExternalId,
        Name = fields.Contains(CustomerField.Name) ? null : customer.Name,
        FirstName = fields.Contains(CustomerField.FirstName) ? null : customer.FirstName,
        LastName = fields.Contains(CustomerField.LastName) ? null : customer.LastName,
        Email = fields.Contains(CustomerField.Email) ? null : customer.Email,
        Phone = fields.Contains(CustomerField.Phone) ? null : customer.Phone,
        Description = fields.Contains(CustomerField.Description) ? null : customer.Description,
        BillingAddress = fields.Contains(CustomerField.BillingAddress) ? null : customer.BillingAddress,
        ShippingAddress = fields.Contains(CustomerField.ShippingAddress) ? null : customer.ShippingAddress,
        TaxIds = fields.Contains(CustomerField.TaxIds) ? null : customer.TaxIds,
        TaxExempt = fields.Contains(CustomerField.TaxExempt) ? null : customer.TaxExempt,
        Metadata = fields.Contains(CustomerField.Metadata) ? null : customer.Metadata,
    };

    internal static CustomerUpdate Without(CustomerUpdate update, FieldSet fields) => update with
    {
        ExternalId = fields.Contains(CustomerField.ExternalId) ? default : update.ExternalId,
        Name = fields.Contains(CustomerField.Name) ? default : update.Name,
        FirstName = fields.Contains(CustomerField.FirstName) ? default : update.FirstName,
        LastName = fields.Contains(CustomerField.LastName) ? default : update.LastName,
        Email = fields.Contains(CustomerField.Email) ? default : update.Email,
        Phone = fields.Contains(CustomerField.Phone) ? default : update.Phone,
        Description = fields.Contains(CustomerField.Description) ? default : update.Description,
        BillingAddress = fields.Contains(CustomerField.BillingAddress) ? default : update.BillingAddress,
        ShippingAddress = fields.Contains(CustomerField.ShippingAddress) ? default : update.ShippingAddress,
        TaxIds = fields.Contains(CustomerField.TaxIds) ? default : update.TaxIds,
        TaxExempt = fields.Contains(CustomerField.TaxExempt) ? default : update.TaxExempt,
        Metadata = fields.Contains(CustomerField.Metadata) ? default : update.Metadata,
    };

    internal static CustomerCreate InMetadata(ProviderDescriptor provider, CustomerCreate customer, FieldSet fields)
    {
        Dictionary<string, string> metadata = customer.Metadata is null ? [] : new(customer.Metadata);
        foreach ((string key, string value) in MetadataEntries.Of(customer, fields))
        {
            Add(provider, CustomerOperation.Create, metadata, key, value);
        }

        return Without(customer, fields) with { Metadata = metadata };
    }

    internal static CustomerUpdate InMetadata(ProviderDescriptor provider, CustomerUpdate update, FieldSet fields)
    {
        if (!update.Metadata.IsSet || update.Metadata.IsNull)
        {
            throw Refusal.Field(
                provider,
                CustomerOperation.Update,
                fields.Each().First(),
                "cannot change",
                "To store it in metadata, set Metadata too: the provider replaces the whole map, and the rest of it would be lost.");
        }

        Dictionary<string, string> metadata = new(update.Metadata.Value!);
        foreach ((string key, string value) in MetadataEntries.Of(AsCreate(update), fields))
        {
            Add(provider, CustomerOperation.Update, metadata, key, value);
        }

        return Without(update, fields) with { Metadata = metadata };
    }

    private static void Add(ProviderDescriptor provider, CustomerOperation operation, Dictionary<string, string> metadata, string key, string value)
    {
        if (!metadata.TryAdd(key, value) && metadata[key] != value)
        {
            throw Refusal.Request(provider, operation, $"Metadata[{key}]", "is given already, with another value than the field that would be stored there. Remove one");
        }
    }

    private static CustomerCreate AsCreate(CustomerUpdate update) => new()
    {
        ExternalId = update.ExternalId.ValueOr(null),
        Name = update.Name.ValueOr(null),
        FirstName = update.FirstName.ValueOr(null),
        LastName = update.LastName.ValueOr(null),
        Email = update.Email.ValueOr(null),
        Phone = update.Phone.ValueOr(null),
        Description = update.Description.ValueOr(null),
        BillingAddress = update.BillingAddress.ValueOr(null),
        ShippingAddress = update.ShippingAddress.ValueOr(null),
        TaxIds = update.TaxIds.ValueOr(null),
        TaxExempt = update.TaxExempt.ValueOr(null),
    };
}
