using BillingClients.Providers;

namespace BillingClients.Testing;

/// <summary>From requests to stored customers, and from stored customers to what is answered. Pure.</summary>
internal static class FakeMapping
{
    internal static Customer ToCustomer(CustomerCreate customer, string provider, string id, DateTimeOffset now) => new()
    {
        Provider = provider,
        Id = id,
        ExternalId = customer.ExternalId,
        Name = customer.Name,
        FirstName = customer.FirstName,
        LastName = customer.LastName,
        Email = customer.Email,
        Phone = customer.Phone,
        Description = customer.Description,
        BillingAddress = customer.BillingAddress,
        ShippingAddress = customer.ShippingAddress,
        TaxIds = customer.TaxIds ?? [],
        TaxExempt = customer.TaxExempt,
        Metadata = customer.Metadata ?? [],
        CreatedAt = now,
        UpdatedAt = now,
        Status = CustomerStatus.Active,
        Mode = CustomerMode.Test,
    };

    /// <summary>A stored customer with the fields that a create has.</summary>
    internal static Customer Apply(CustomerCreate create, Customer customer, DateTimeOffset now) => customer with
    {
        ExternalId = create.ExternalId ?? customer.ExternalId,
        Name = create.Name ?? customer.Name,
        FirstName = create.FirstName ?? customer.FirstName,
        LastName = create.LastName ?? customer.LastName,
        Email = create.Email ?? customer.Email,
        Phone = create.Phone ?? customer.Phone,
        Description = create.Description ?? customer.Description,
        BillingAddress = create.BillingAddress ?? customer.BillingAddress,
        ShippingAddress = create.ShippingAddress ?? customer.ShippingAddress,
        TaxIds = create.TaxIds ?? customer.TaxIds,
        TaxExempt = create.TaxExempt ?? customer.TaxExempt,
        Metadata = create.Metadata ?? customer.Metadata,
        UpdatedAt = now,
    };

    internal static Customer Apply(CustomerUpdate update, Customer customer, DateTimeOffset now) => customer with
    {
        ExternalId = update.ExternalId.ValueOr(customer.ExternalId),
        Name = update.Name.ValueOr(customer.Name),
        FirstName = update.FirstName.ValueOr(customer.FirstName),
        LastName = update.LastName.ValueOr(customer.LastName),
        Email = update.Email.ValueOr(customer.Email),
        Phone = update.Phone.ValueOr(customer.Phone),
        Description = update.Description.ValueOr(customer.Description),
        BillingAddress = update.BillingAddress.ValueOr(customer.BillingAddress),
        ShippingAddress = update.ShippingAddress.ValueOr(customer.ShippingAddress),
        TaxIds = update.TaxIds.ValueOr(customer.TaxIds) ?? [],
        TaxExempt = update.TaxExempt.ValueOr(customer.TaxExempt),
        Metadata = update.Metadata.ValueOr(customer.Metadata) ?? [],
        UpdatedAt = now,
    };

    /// <summary>The customer as the provider returns it: without the fields that it does not return.</summary>
    internal static Customer ToAnswer(Customer stored, CustomerCapabilities capabilities, ResponseInfo? response)
    {
        return stored with
        {
            ExternalId = Returns(CustomerField.ExternalId) ? stored.ExternalId : null,
            Name = capabilities.Field(CustomerField.Name).Read switch
            {
                Support.Unsupported => null,
                Support.Emulated => CustomerName.Join(stored.FirstName, stored.LastName),
                _ => stored.Name,
            },
            FirstName = Returns(CustomerField.FirstName) ? stored.FirstName : null,
            LastName = Returns(CustomerField.LastName) ? stored.LastName : null,
            Email = Returns(CustomerField.Email) ? stored.Email : null,
            Phone = Returns(CustomerField.Phone) ? stored.Phone : null,
            Description = Returns(CustomerField.Description) ? stored.Description : null,
            BillingAddress = Returns(CustomerField.BillingAddress) ? stored.BillingAddress : null,
            ShippingAddress = Returns(CustomerField.ShippingAddress) ? stored.ShippingAddress : null,
            TaxIds = Returns(CustomerField.TaxIds) ? stored.TaxIds : [],
            TaxExempt = Returns(CustomerField.TaxExempt) ? stored.TaxExempt : null,
            Metadata = Returns(CustomerField.Metadata) ? stored.Metadata : CustomerMetadata.Empty,
            CreatedAt = Returns(CustomerField.CreatedAt) ? stored.CreatedAt : null,
            UpdatedAt = Returns(CustomerField.UpdatedAt) ? stored.UpdatedAt : null,
            Status = Returns(CustomerField.Status) ? stored.Status : default,
            Mode = Returns(CustomerField.Mode) ? stored.Mode : default,
            Response = response,
        };

        bool Returns(CustomerField field) => capabilities.Field(field).Read != Support.Unsupported;
    }
}
