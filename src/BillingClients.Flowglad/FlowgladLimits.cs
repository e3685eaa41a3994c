using BillingClients.Providers;

namespace BillingClients;

/// <summary>Refuses, before sending, what Flowglad's own source refuses or drops. Source: <c>db-core/schema/customers.ts</c>.</summary>
internal static class FlowgladLimits
{
    internal static void Check(FieldCheck check, CustomerCreate customer) =>
        Check(check, ProviderFieldsOf.Find<FlowgladCustomerFields>(customer.ProviderFields));

    internal static void Check(FieldCheck check, CustomerUpdate update)
    {
        FlowgladCustomerFields? fields = ProviderFieldsOf.Find<FlowgladCustomerFields>(update.ProviderFields);
        Check(check, fields);
        if (fields?.CatalogId is not null)
        {
            throw check.Refuse("FlowgladCustomerFields.CatalogId", "can only be set when the customer is created; an update would drop it. Leave it out");
        }

        if (fields?.Archived is not null)
        {
            throw check.Refuse(
                "FlowgladCustomerFields.Archived", "can only be set when the customer is created; an update would drop it. To archive, call DeleteAsync");
        }
    }

    private static void Check(FieldCheck check, FlowgladCustomerFields? fields)
    {
        check.Text("FlowgladCustomerFields.LogoUrl", fields?.LogoUrl.ValueOr(null));
        check.Text("FlowgladCustomerFields.IconUrl", fields?.IconUrl.ValueOr(null));
        check.Text("FlowgladCustomerFields.Domain", fields?.Domain.ValueOr(null));
        check.Text("FlowgladCustomerFields.UserId", fields?.UserId.ValueOr(null));
        check.Text("FlowgladCustomerFields.CatalogId", fields?.CatalogId);
    }
}
