namespace BillingClients.Providers;

/// <summary>One row of the <see cref="CustomerFieldTable"/>.</summary>
internal abstract class FieldRow(CustomerField field)
{
    internal CustomerField Field { get; } = field;

    internal string Name { get; } = field.ToString();

    internal abstract bool IsGiven(CustomerCreate customer);

    /// <summary>Whether an update sets the field to null; or, if <paramref name="toNull"/> is false, to a value.</summary>
    internal abstract bool IsChanged(CustomerUpdate update, bool toNull);

    internal abstract void Check(FieldCheck check, CustomerCreate customer);

    internal abstract void Check(FieldCheck check, CustomerUpdate update);

    internal abstract CustomerCreate Omit(CustomerCreate customer);

    internal abstract CustomerUpdate Omit(CustomerUpdate update);

    /// <summary>The field as metadata entries.</summary>
    internal abstract IEnumerable<KeyValuePair<string, string>> Keep(CustomerCreate customer);

    /// <inheritdoc cref="Keep(CustomerCreate)"/>
    internal abstract IEnumerable<KeyValuePair<string, string>> Keep(CustomerUpdate update);

    internal abstract object? ValueIn(CustomerCreate customer);

    internal abstract Optional<object?> ValueIn(CustomerUpdate update);

    internal abstract object? ValueIn(Customer customer);
}

/// <inheritdoc/>
/// <typeparam name="T">The type of the field's value.</typeparam>
internal sealed class FieldRow<T>(
    CustomerField field,
    string metadataKey,
    FieldType<T> type,
    Func<CustomerCreate, T?> given,
    Func<CustomerUpdate, Optional<T?>> changed,
    Func<Customer, T?> stored,
    Func<CustomerCreate, CustomerCreate> omitGiven,
    Func<CustomerUpdate, CustomerUpdate> omitChanged) : FieldRow(field)
{
    internal override bool IsGiven(CustomerCreate customer) => given(customer) is not null;

    internal override bool IsChanged(CustomerUpdate update, bool toNull) => changed(update) is { IsSet: true } change && change.IsNull == toNull;

    internal override void Check(FieldCheck check, CustomerCreate customer) => Check(check, given(customer));

    internal override void Check(FieldCheck check, CustomerUpdate update) => Check(check, changed(update).ValueOr(default));

    internal override CustomerCreate Omit(CustomerCreate customer) => omitGiven(customer);

    internal override CustomerUpdate Omit(CustomerUpdate update) => omitChanged(update);

    internal override IEnumerable<KeyValuePair<string, string>> Keep(CustomerCreate customer) => Keep(given(customer));

    internal override IEnumerable<KeyValuePair<string, string>> Keep(CustomerUpdate update) => Keep(changed(update).ValueOr(default));

    internal override object? ValueIn(CustomerCreate customer) => given(customer);

    internal override Optional<object?> ValueIn(CustomerUpdate update) => changed(update) is { IsSet: true } change ? new(change.Value) : default;

    internal override object? ValueIn(Customer customer) => stored(customer);

    private void Check(FieldCheck check, T? value)
    {
        if (value is not null)
        {
            type.Check(check, Name, value);
        }
    }

    private IEnumerable<KeyValuePair<string, string>> Keep(T? value) =>
        from entry in value is null ? [] : type.Keep(metadataKey, value)
        where entry.Value is not null
        select KeyValuePair.Create(entry.Key, entry.Value);
}

/// <summary>How the values of a type are checked, and how they are stored as metadata entries.</summary>
/// <param name="Check">Refuses a value that cannot be sent; takes the property's name.</param>
/// <param name="Keep">The value as metadata entries; takes the first part of their keys. Entries without a value are left out.</param>
internal sealed record FieldType<T>(Action<FieldCheck, string, T> Check, Func<string, T, IEnumerable<KeyValuePair<string, string?>>> Keep);

/// <summary>The types of the customer's fields.</summary>
internal static class FieldType
{
    internal static FieldType<string> Text { get; } = new(static (check, name, text) => check.Text(name, text), static (key, text) => [new(key, text)]);

    internal static FieldType<string> Email { get; } = new(static (check, name, email) => check.Email(name, email), static (key, email) => [new(key, email)]);

    internal static FieldType<bool?> Flag { get; } = new(static (_, _, _) => { }, static (key, flag) => [new(key, flag == true ? "true" : "false")]);

    internal static FieldType<Address> Address { get; } = new(
        static (check, name, address) => check.Address(name, address),
        static (key, address) =>
        [
            new(key + "_line1", address.Line1),
            new(key + "_line2", address.Line2),
            new(key + "_city", address.City),
            new(key + "_state", address.State),
            new(key + "_postal_code", address.PostalCode),
            new(key + "_country", address.Country),
        ]);

    internal static FieldType<TaxIdList> TaxIds { get; } = new(
        static (check, name, taxIds) => check.TaxIds(name, taxIds),
        static (key, taxIds) => taxIds.SelectMany((taxId, i) => new KeyValuePair<string, string?>[]
        {
            new($"{key}_{i + 1}_type", taxId.Type),
            new($"{key}_{i + 1}_value", taxId.Value),
        }));

    internal static FieldType<CustomerMetadata> Metadata { get; } = new(
        static (check, name, metadata) => check.Metadata(name, metadata), static (_, _) => []);
}
