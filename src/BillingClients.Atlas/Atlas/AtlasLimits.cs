using BillingClients.Providers;

namespace BillingClients;

/// <summary>
/// What Atlas has no place for, refused before sending. Its documents limit neither lengths nor country and postal codes, so nothing of that is checked.
/// </summary>
internal static class AtlasLimits
{
    internal static void Check(FieldCheck check, CustomerCreate customer)
    {
        ExternalIdInMetadata.Check(check, customer);
        if (ProviderFieldsOf.Find<AtlasCustomerFields>(customer.ProviderFields)?.DefaultPaymentMethod is not null)
        {
            throw check.Refuse("AtlasCustomerFields.DefaultPaymentMethod", "is taken by an update and not by a create. Create the customer, then update it");
        }
    }

    internal static void Check(FieldCheck check, CustomerUpdate update)
    {
        ExternalIdInMetadata.Check(check, update);
        AtlasCustomerFields? fields = ProviderFieldsOf.Find<AtlasCustomerFields>(update.ProviderFields);
        check.Text("AtlasCustomerFields.DefaultPaymentMethod", fields?.DefaultPaymentMethod);
    }
}
