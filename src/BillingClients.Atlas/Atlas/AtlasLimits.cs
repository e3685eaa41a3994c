using BillingClients.Providers;

namespace BillingClients;

/// <summary>
/// Refuses, before sending, what Atlas has no field for. Its documents limit neither lengths nor country and postal codes, so these are not checked.
/// </summary>
internal static class AtlasLimits
{
    internal static void Check(FieldCheck check, CustomerCreate customer)
    {
        ExternalIdInMetadata.Check(check, customer);
        if (ProviderFieldsOf.Find<AtlasCustomerFields>(customer.ProviderFields)?.DefaultPaymentMethod is not null)
        {
            check.Refuse("AtlasCustomerFields.DefaultPaymentMethod", "can only be set in an update. Create the customer, then update it");
        }
    }

    internal static void Check(FieldCheck check, CustomerUpdate update)
    {
        ExternalIdInMetadata.Check(check, update);
        AtlasCustomerFields? fields = ProviderFieldsOf.Find<AtlasCustomerFields>(update.ProviderFields);
        check.Text("AtlasCustomerFields.DefaultPaymentMethod", fields?.DefaultPaymentMethod);
    }
}
