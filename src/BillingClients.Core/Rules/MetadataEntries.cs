namespace BillingClients.Providers;

/// <summary>Fields as metadata entries: <c>description</c>, <c>shipping_address_line1</c>, <c>tax_id_1_type</c>. Pure.</summary>
internal static class MetadataEntries
{
    internal static IEnumerable<KeyValuePair<string, string>> Of(CustomerCreate customer, FieldSet fields) =>
        fields.Each().SelectMany(field => Of(customer, field)).Where(static entry => entry.Value is not null)!;

    private static IEnumerable<KeyValuePair<string, string?>> Of(CustomerCreate customer, CustomerField field) => field switch
    {
        CustomerField.ExternalId => [new(MetadataKeys.ExternalId, customer.ExternalId)],
        CustomerField.Name => [new("name", customer.Name)],
        CustomerField.FirstName => [new("first_name", customer.FirstName)],
        CustomerField.LastName => [new("last_name", customer.LastName)],
        CustomerField.Email => [new("email", customer.Email)],
        CustomerField.Phone => [new("phone", customer.Phone)],
        CustomerField.Description => [new("description", customer.Description)],
        CustomerField.BillingAddress => Of("billing_address", customer.BillingAddress!),
        CustomerField.ShippingAddress => Of("shipping_address", customer.ShippingAddress!),
        CustomerField.TaxExempt => [new("tax_exempt", customer.TaxExempt == true ? "true" : "false")],
        CustomerField.TaxIds => customer.TaxIds!.SelectMany(static (taxId, i) => Of(i + 1, taxId)),
        _ => [],
    };

    private static KeyValuePair<string, string?>[] Of(string prefix, Address address) =>
    [
        new(prefix + "_line1", address.Line1),
        new(prefix + "_line2", address.Line2),
        new(prefix + "_city", address.City),
        new(prefix + "_state", address.State),
        new(prefix + "_postal_code", address.PostalCode),
        new(prefix + "_country", address.Country),
    ];

    private static KeyValuePair<string, string?>[] Of(int number, TaxId taxId) =>
        [new($"tax_id_{number}_type", taxId.Type), new($"tax_id_{number}_value", taxId.Value)];
}
