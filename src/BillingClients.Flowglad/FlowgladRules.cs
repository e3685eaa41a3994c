using BillingClients.Providers;

namespace BillingClients;

/// <summary>What Flowglad refuses or drops by its own source, refused before sending. Source: <c>db-core/schema/customers.ts</c>.</summary>
internal static class FlowgladRules
{
    internal static void Check(CustomerCreate customer)
    {
        const CustomerOperation Create = CustomerOperation.Create;
        Check(Create, ProviderFieldsOf.Find<FlowgladCustomerFields>(customer.ProviderFields));
    }

    internal static void Check(CustomerUpdate update)
    {
        const CustomerOperation Update = CustomerOperation.Update;
        FlowgladCustomerFields? fields = ProviderFieldsOf.Find<FlowgladCustomerFields>(update.ProviderFields);
        Check(Update, fields);
        if (fields?.CatalogId is not null)
        {
            throw Refuse(Update, "FlowgladCustomerFields.CatalogId", "is for a create only; an update would drop it. Leave it out");
        }

        if (fields?.Archived is not null)
        {
            throw Refuse(Update, "FlowgladCustomerFields.Archived", "is for a create only; an update would drop it. To archive, call DeleteAsync");
        }
    }

    private static void Check(CustomerOperation operation, FlowgladCustomerFields? fields)
    {
        if (fields is null)
        {
            return;
        }

        ProviderDescriptor provider = FlowgladCapabilities.Descriptor;
        CustomerTexts.Require(provider, operation, "FlowgladCustomerFields.LogoUrl", fields.LogoUrl.ValueOr(null));
        CustomerTexts.Require(provider, operation, "FlowgladCustomerFields.IconUrl", fields.IconUrl.ValueOr(null));
        CustomerTexts.Require(provider, operation, "FlowgladCustomerFields.Domain", fields.Domain.ValueOr(null));
        CustomerTexts.Require(provider, operation, "FlowgladCustomerFields.UserId", fields.UserId.ValueOr(null));
        CustomerTexts.Require(provider, operation, "FlowgladCustomerFields.CatalogId", fields.CatalogId);
    }

    private static BillingValidationException Refuse(CustomerOperation operation, string property, string problem) =>
        Refusal.Request(FlowgladCapabilities.Descriptor, operation, property, problem);
}
