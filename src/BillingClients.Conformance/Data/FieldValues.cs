namespace BillingClients.Conformance;

/// <summary>Moves one field between samples, requests and customers. Pure.</summary>
internal static class FieldValues
{
    internal static readonly CustomerCreate Nothing = new();

    /// <summary>The request with one field of the sample; with <see cref="Nothing"/>, without that field.</summary>
    internal static CustomerCreate With(this CustomerCreate request, CustomerField field, CustomerCreate sample) => field switch
    {
        CustomerField.ExternalId => request with { ExternalId = sample.ExternalId },
        CustomerField.Name => request with { Name = sample.Name },
        CustomerField.FirstName => request with { FirstName = sample.FirstName },
        CustomerField.LastName => request with { LastName = sample.LastName },
        CustomerField.Email => request with { Email = sample.Email },
        CustomerField.Phone => request with { Phone = sample.Phone },
        CustomerField.Description => request with { Description = sample.Description },
        CustomerField.BillingAddress => request with { BillingAddress = sample.BillingAddress },
        CustomerField.ShippingAddress => request with { ShippingAddress = sample.ShippingAddress },
        CustomerField.TaxIds => request with { TaxIds = sample.TaxIds },
        CustomerField.TaxExempt => request with { TaxExempt = sample.TaxExempt },
        CustomerField.Metadata => request with { Metadata = sample.Metadata },
        _ => throw NotWritable(field),
    };

    internal static CustomerCreate WithThoseOf(this CustomerCreate request, CustomerCreate sample, IEnumerable<CustomerField> fields) =>
        fields.Aggregate(request, (current, field) => current.With(field, sample));

    /// <summary>The update with one field set to the sample's; with <see cref="Nothing"/>, set to null.</summary>
    internal static CustomerUpdate With(this CustomerUpdate update, CustomerField field, CustomerCreate sample) => field switch
    {
        CustomerField.ExternalId => update with { ExternalId = sample.ExternalId },
        CustomerField.Name => update with { Name = sample.Name },
        CustomerField.FirstName => update with { FirstName = sample.FirstName },
        CustomerField.LastName => update with { LastName = sample.LastName },
        CustomerField.Email => update with { Email = sample.Email },
        CustomerField.Phone => update with { Phone = sample.Phone },
        CustomerField.Description => update with { Description = sample.Description },
        CustomerField.BillingAddress => update with { BillingAddress = sample.BillingAddress },
        CustomerField.ShippingAddress => update with { ShippingAddress = sample.ShippingAddress },
        CustomerField.TaxIds => update with { TaxIds = sample.TaxIds?.ToArray() },
        CustomerField.TaxExempt => update with { TaxExempt = sample.TaxExempt },
        CustomerField.Metadata => update with { Metadata = sample.Metadata is null ? null : new Dictionary<string, string>(sample.Metadata) },
        _ => throw NotWritable(field),
    };

    /// <summary>The field's value; null when it is empty.</summary>
    internal static object? Of(CustomerCreate request, CustomerField field) => field switch
    {
        CustomerField.ExternalId => request.ExternalId,
        CustomerField.Name => request.Name,
        CustomerField.FirstName => request.FirstName,
        CustomerField.LastName => request.LastName,
        CustomerField.Email => request.Email,
        CustomerField.Phone => request.Phone,
        CustomerField.Description => request.Description,
        CustomerField.BillingAddress => request.BillingAddress,
        CustomerField.ShippingAddress => request.ShippingAddress,
        CustomerField.TaxIds => request.TaxIds,
        CustomerField.TaxExempt => request.TaxExempt,
        CustomerField.Metadata => request.Metadata,
        _ => throw NotWritable(field),
    };

    /// <summary>The field's value; null when it is empty.</summary>
    internal static object? Of(Customer customer, CustomerField field) => field switch
    {
        CustomerField.ExternalId => customer.ExternalId,
        CustomerField.Name => customer.Name,
        CustomerField.FirstName => customer.FirstName,
        CustomerField.LastName => customer.LastName,
        CustomerField.Email => customer.Email,
        CustomerField.Phone => customer.Phone,
        CustomerField.Description => customer.Description,
        CustomerField.BillingAddress => customer.BillingAddress,
        CustomerField.ShippingAddress => customer.ShippingAddress,
        CustomerField.TaxIds => customer.TaxIds.Count == 0 ? null : customer.TaxIds,
        CustomerField.TaxExempt => customer.TaxExempt,
        CustomerField.Metadata => customer.Metadata.Count == 0 ? null : customer.Metadata,
        CustomerField.CreatedAt => customer.CreatedAt,
        CustomerField.UpdatedAt => customer.UpdatedAt,
        CustomerField.Status => customer.Status.Value,
        CustomerField.Mode => customer.Mode.Value,
        _ => throw NotWritable(field),
    };

    private static ArgumentOutOfRangeException NotWritable(CustomerField field) => new(nameof(field), field, "A request does not have this field.");
}
