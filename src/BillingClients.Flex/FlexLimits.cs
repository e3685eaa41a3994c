using BillingClients.Providers;

namespace BillingClients;

/// <summary>
/// Refuses, before sending, what Flex has no field for. Its documents name no required fields and no limits for texts, so these are not checked.
/// </summary>
internal static class FlexLimits
{
    internal static void Check(FieldCheck check, CustomerCreate customer)
    {
        CheckName(check, customer.Name, customer.FirstName is not null, customer.LastName is not null);
        ExternalIdInMetadata.Check(check, customer);
        Check(check, ProviderFieldsOf.Find<FlexCustomerFields>(customer.ProviderFields));
    }

    internal static void Check(FieldCheck check, CustomerUpdate update)
    {
        CheckName(check, update.Name.ValueOr(null), update.FirstName.IsSet, update.LastName.IsSet);
        ExternalIdInMetadata.Check(check, update);
        FlexCustomerFields? fields = ProviderFieldsOf.Find<FlexCustomerFields>(update.ProviderFields);
        Check(check, fields);
        if (fields?.CheckoutSessionId is not null)
        {
            check.Refuse("FlexCustomerFields.CheckoutSessionId", "can only be set when the customer is created. Leave it out");
        }
    }

    private static void CheckName(FieldCheck check, string? name, bool hasFirst, bool hasLast)
    {
        if (name is null || (hasFirst && hasLast))
        {
            return;
        }

        if (hasFirst || hasLast)
        {
            string missing = hasFirst ? nameof(CustomerCreate.LastName) : nameof(CustomerCreate.FirstName);
            check.Refuse(missing, "is not set, but Name and the other part are. Set both FirstName and LastName, or only Name");
        }
        else if (CustomerName.Split(name) is null)
        {
            check.Refuse("Name", "is a single word, which cannot be split into first and last name. Set FirstName and LastName");
        }
    }

    private static void Check(FieldCheck check, FlexCustomerFields? fields)
    {
        check.Text("FlexCustomerFields.Employer", fields?.Employer);
        check.Text("FlexCustomerFields.CheckoutSessionId", fields?.CheckoutSessionId);
    }
}
