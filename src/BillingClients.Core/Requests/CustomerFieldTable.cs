namespace BillingClients.Providers;

/// <summary>
/// The fields that a request can set, one row each. All code that does something with every field uses this table. A row says how to find the field in a
/// create, in an update and in a stored customer, and how to leave it out of a create and of an update.
/// </summary>
internal static class CustomerFieldTable
{
    internal static IReadOnlyList<FieldRow> Rows => All;

    private static readonly FieldRow[] All =
    [
        new FieldRow<string>(
            CustomerField.ExternalId, ExternalIdInMetadata.Key, FieldType.Text, c => c.ExternalId, u => u.ExternalId, s => s.ExternalId,
            c => c with { ExternalId = null }, u => u with { ExternalId = default }),
        new FieldRow<string>(
            CustomerField.Name, "name", FieldType.Text, c => c.Name, u => u.Name, s => s.Name,
            c => c with { Name = null }, u => u with { Name = default }),
        new FieldRow<string>(
            CustomerField.FirstName, "first_name", FieldType.Text, c => c.FirstName, u => u.FirstName, s => s.FirstName,
            c => c with { FirstName = null }, u => u with { FirstName = default }),
        new FieldRow<string>(
            CustomerField.LastName, "last_name", FieldType.Text, c => c.LastName, u => u.LastName, s => s.LastName,
            c => c with { LastName = null }, u => u with { LastName = default }),
        new FieldRow<string>(
            CustomerField.Email, "email", FieldType.Email, c => c.Email, u => u.Email, s => s.Email,
            c => c with { Email = null }, u => u with { Email = default }),
        new FieldRow<string>(
            CustomerField.Phone, "phone", FieldType.Text, c => c.Phone, u => u.Phone, s => s.Phone,
            c => c with { Phone = null }, u => u with { Phone = default }),
        new FieldRow<string>(
            CustomerField.Description, "description", FieldType.Text, c => c.Description, u => u.Description, s => s.Description,
            c => c with { Description = null }, u => u with { Description = default }),
        new FieldRow<Address>(
            CustomerField.BillingAddress, "billing_address", FieldType.Address, c => c.BillingAddress, u => u.BillingAddress, s => s.BillingAddress,
            c => c with { BillingAddress = null }, u => u with { BillingAddress = default }),
        new FieldRow<Address>(
            CustomerField.ShippingAddress, "shipping_address", FieldType.Address, c => c.ShippingAddress, u => u.ShippingAddress, s => s.ShippingAddress,
            c => c with { ShippingAddress = null }, u => u with { ShippingAddress = default }),
        new FieldRow<TaxIdList>(
            CustomerField.TaxIds, "tax_id", FieldType.TaxIds, c => c.TaxIds, u => u.TaxIds.IsSet ? new(u.TaxIds.Value) : default, s => s.TaxIds,
            c => c with { TaxIds = null }, u => u with { TaxIds = default }),
        new FieldRow<bool?>(
            CustomerField.TaxExempt, "tax_exempt", FieldType.Flag, c => c.TaxExempt, u => u.TaxExempt, s => s.TaxExempt,
            c => c with { TaxExempt = null }, u => u with { TaxExempt = default }),
        new FieldRow<CustomerMetadata>(
            CustomerField.Metadata, "metadata", FieldType.Metadata, c => c.Metadata, u => u.Metadata.IsSet ? new(u.Metadata.Value) : default, s => s.Metadata,
            c => c with { Metadata = null }, u => u with { Metadata = default }),
    ];

    internal static FieldSet GivenIn(CustomerCreate customer)
    {
        FieldSet given = default;
        foreach (FieldRow row in All)
        {
            given = given.With(row.Field, row.IsGiven(customer));
        }

        return given;
    }

    /// <summary>The fields that an update sets to null; or, if <paramref name="toNull"/> is false, to a value.</summary>
    internal static FieldSet ChangedIn(CustomerUpdate update, bool toNull)
    {
        FieldSet changed = default;
        foreach (FieldRow row in All)
        {
            changed = changed.With(row.Field, row.IsChanged(update, toNull));
        }

        return changed;
    }

    /// <summary>The fields that a check has refused as a whole.</summary>
    internal static FieldSet RefusedBy(FieldCheck check)
    {
        FieldSet refused = default;
        foreach (FieldRow row in All)
        {
            refused = refused.With(row.Field, check.IsRefused(row.Name));
        }

        return refused;
    }

    /// <summary>Checks the fields that are not refused yet.</summary>
    internal static void Check(FieldCheck check, CustomerCreate customer)
    {
        foreach (FieldRow row in All)
        {
            if (!check.IsRefused(row.Name))
            {
                row.Check(check, customer);
            }
        }
    }

    /// <inheritdoc cref="Check(FieldCheck, CustomerCreate)"/>
    internal static void Check(FieldCheck check, CustomerUpdate update)
    {
        foreach (FieldRow row in All)
        {
            if (!check.IsRefused(row.Name))
            {
                row.Check(check, update);
            }
        }
    }

    internal static CustomerCreate Without(CustomerCreate customer, FieldSet fields) =>
        fields.IsEmpty ? customer : In(fields).Aggregate(customer, static (rest, row) => row.Omit(rest));

    internal static CustomerUpdate Without(CustomerUpdate update, FieldSet fields) =>
        fields.IsEmpty ? update : In(fields).Aggregate(update, static (rest, row) => row.Omit(rest));

    /// <summary>Fields as metadata entries: <c>description</c>, <c>shipping_address_line1</c>, <c>tax_id_1_type</c>.</summary>
    internal static IEnumerable<KeyValuePair<string, string>> AsMetadata(CustomerCreate customer, FieldSet fields) =>
        In(fields).SelectMany(row => row.Keep(customer));

    /// <inheritdoc cref="AsMetadata(CustomerCreate, FieldSet)"/>
    internal static IEnumerable<KeyValuePair<string, string>> AsMetadata(CustomerUpdate update, FieldSet fields) =>
        In(fields).SelectMany(row => row.Keep(update));

    private static IEnumerable<FieldRow> In(FieldSet fields) => All.Where(row => fields.Contains(row.Field));
}

/// <summary>A set of customer fields, stored as the bits of a number.</summary>
internal readonly record struct FieldSet(uint Bits)
{
    internal bool IsEmpty => Bits == 0;

    internal static FieldSet Unsupported(CustomerCapabilities capabilities, Func<FieldSupport, Support> aspect)
    {
        FieldSet unsupported = default;
        foreach (CustomerField field in Enum.GetValues<CustomerField>())
        {
            unsupported = unsupported.With(field, aspect(capabilities.Field(field)) == Support.Unsupported);
        }

        return unsupported;
    }

    internal static FieldSet Of(IEnumerable<CustomerField> fields) => fields.Aggregate(default(FieldSet), static (set, field) => set.With(field, true));

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
