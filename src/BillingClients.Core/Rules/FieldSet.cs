namespace BillingClients.Providers;

/// <summary>A set of customer fields, in the bits of a number.</summary>
internal readonly record struct FieldSet(uint Bits)
{
    internal bool IsEmpty => Bits == 0;

    internal static FieldSet Where(CustomerCapabilities capabilities, Func<FieldSupport, Support> aspect)
    {
        FieldSet unsupported = default;
        foreach (CustomerField field in Enum.GetValues<CustomerField>())
        {
            unsupported = unsupported.With(field, aspect(capabilities.Field(field)) == Support.Unsupported);
        }

        return unsupported;
    }

    internal static FieldSet Of(IEnumerable<CustomerField> fields) => fields.Aggregate(default(FieldSet), static (set, field) => set.With(field, true));

    internal static FieldSet GivenIn(CustomerCreate customer) => default(FieldSet)
        .With(CustomerField.ExternalId, customer.ExternalId is not null)
        .With(CustomerField.Name, customer.Name is not null)
        .With(CustomerField.FirstName, customer.FirstName is not null)
        .With(CustomerField.LastName, customer.LastName is not null)
        .With(CustomerField.Email, customer.Email is not null)
        .With(CustomerField.Phone, customer.Phone is not null)
        .With(CustomerField.Description, customer.Description is not null)
        .With(CustomerField.BillingAddress, customer.BillingAddress is not null)
        .With(CustomerField.ShippingAddress, customer.ShippingAddress is not null)
        .With(CustomerField.TaxIds, customer.TaxIds is not null)
        .With(CustomerField.TaxExempt, customer.TaxExempt is not null)
        .With(CustomerField.Metadata, customer.Metadata is not null);

    /// <summary>The fields that an update sets to a value; or, the other way, to null.</summary>
    internal static FieldSet ChangedIn(CustomerUpdate update, bool toNull) => default(FieldSet)
        .With(CustomerField.ExternalId, update.ExternalId.IsSet && update.ExternalId.IsNull == toNull)
        .With(CustomerField.Name, update.Name.IsSet && update.Name.IsNull == toNull)
        .With(CustomerField.FirstName, update.FirstName.IsSet && update.FirstName.IsNull == toNull)
        .With(CustomerField.LastName, update.LastName.IsSet && update.LastName.IsNull == toNull)
        .With(CustomerField.Email, update.Email.IsSet && update.Email.IsNull == toNull)
        .With(CustomerField.Phone, update.Phone.IsSet && update.Phone.IsNull == toNull)
        .With(CustomerField.Description, update.Description.IsSet && update.Description.IsNull == toNull)
        .With(CustomerField.BillingAddress, update.BillingAddress.IsSet && update.BillingAddress.IsNull == toNull)
        .With(CustomerField.ShippingAddress, update.ShippingAddress.IsSet && update.ShippingAddress.IsNull == toNull)
        .With(CustomerField.TaxIds, update.TaxIds.IsSet && update.TaxIds.IsNull == toNull)
        .With(CustomerField.TaxExempt, update.TaxExempt.IsSet && update.TaxExempt.IsNull == toNull)
        .With(CustomerField.Metadata, update.Metadata.IsSet && update.Metadata.IsNull == toNull);

    internal bool Contains(CustomerField field) => (Bits & Bit(field)) != 0;

    internal FieldSet And(FieldSet other) => new(Bits & other.Bits);

    internal FieldSet Except(FieldSet other) => new(Bits & ~other.Bits);

    internal FieldSet With(CustomerField field, bool given) => given ? new FieldSet(Bits | Bit(field)) : this;

    internal IEnumerable<CustomerField> Each()
    {
        FieldSet set = this;
        return Enum.GetValues<CustomerField>().Where(set.Contains);
    }

    private static uint Bit(CustomerField field) => 1u << (int)field;
}
