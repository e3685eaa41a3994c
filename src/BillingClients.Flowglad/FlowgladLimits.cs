using System.Buffers;
using BillingClients.Providers;

namespace BillingClients;

/// <summary>
/// Refuses, before sending, what Flowglad's own source refuses, drops or misreads. Source: <c>db-core/schema/customers.ts</c>, <c>api/v1/[...path]/route.ts</c>,
/// <c>customersRouter.ts</c>.
/// </summary>
internal static class FlowgladLimits
{
    // The server decodes the path, and then compares it with its routes: "x%2Fbilling" is the billing of "x". Archiving takes no backslash either.
    private static readonly SearchValues<char> Misread = SearchValues.Create("/\\");

    internal static void Check(FieldCheck check, CustomerKey key) => Check(check, $"{nameof(CustomerKey)}.{nameof(CustomerKey.FromExternalId)}", key.Value);

    internal static void Check(FieldCheck check, CustomerCreate customer)
    {
        Check(check, nameof(customer.ExternalId), customer.ExternalId);
        Check(check, ProviderFieldsOf.Find<FlowgladCustomerFields>(customer.ProviderFields));
    }

    internal static void Check(FieldCheck check, CustomerUpdate update)
    {
        FlowgladCustomerFields? fields = ProviderFieldsOf.Find<FlowgladCustomerFields>(update.ProviderFields);
        Check(check, fields);
        if (fields?.CatalogId is not null)
        {
            check.Refuse("FlowgladCustomerFields.CatalogId", "can only be set when the customer is created; an update would drop it. Leave it out");
        }

        if (fields?.Archived is not null)
        {
            check.Refuse(
                "FlowgladCustomerFields.Archived", "can only be set when the customer is created; an update would drop it. To archive, call DeleteAsync");
        }
    }

    private static void Check(FieldCheck check, string property, string? externalId)
    {
        if (externalId.AsSpan().ContainsAny(Misread))
        {
            check.Refuse(
                property,
                "contains a slash or a backslash. Flowglad decodes the path before it looks for the endpoint, so it could not find this customer, or would"
                + " answer with another customer's data. Use other characters, such as '-' or ':'");
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
