using BillingClients.Providers;

namespace BillingClients;

/// <summary>What Flex has no place for, refused before sending. Its documents name no required field and no limits of texts: those are not checked.</summary>
internal static class FlexRules
{
    internal static void Check(CustomerCreate customer)
    {
        const CustomerOperation Create = CustomerOperation.Create;
        CheckName(Create, customer.Name, customer.FirstName is not null, customer.LastName is not null);
        if (customer.ExternalId is not null)
        {
            CheckMetadata(Create, customer.ExternalId, customer.Metadata);
        }

        Check(Create, ProviderFieldsOf.Find<FlexCustomerFields>(customer.ProviderFields));
    }

    internal static void Check(CustomerUpdate update)
    {
        const CustomerOperation Update = CustomerOperation.Update;
        CheckName(Update, update.Name.ValueOr(null), update.FirstName.IsSet, update.LastName.IsSet);
        if (update.ExternalId.IsSet)
        {
            CheckMetadata(Update, update.ExternalId.Value, update.Metadata.ValueOr(null));
        }

        FlexCustomerFields? fields = ProviderFieldsOf.Find<FlexCustomerFields>(update.ProviderFields);
        Check(Update, fields);
        if (fields?.CheckoutSessionId is not null)
        {
            throw Refuse(Update, "FlexCustomerFields.CheckoutSessionId", "is set, which a create takes and an update does not. Leave it out");
        }
    }

    private static void CheckName(CustomerOperation operation, string? name, bool hasFirst, bool hasLast)
    {
        if (name is null || (hasFirst && hasLast))
        {
            return;
        }

        if (hasFirst || hasLast)
        {
            string missing = hasFirst ? nameof(CustomerCreate.LastName) : nameof(CustomerCreate.FirstName);
            throw Refuse(operation, missing, "is not set, while Name and the other part are. Set both parts, or Name alone");
        }

        if (CustomerName.Split(name) is null)
        {
            throw Refuse(operation, "Name", "is a single word, which cannot be split into first and last name. Set FirstName and LastName");
        }
    }

    private static void CheckMetadata(CustomerOperation operation, string? externalId, IReadOnlyDictionary<string, string>? metadata)
    {
        if (metadata is not null && metadata.TryGetValue(MetadataKeys.ExternalId, out string? other) && other != externalId)
        {
            throw Refuse(operation, "Metadata[external_id]", "is not what ExternalId is, and Flex holds both in the same place. Remove one");
        }
    }

    private static void Check(CustomerOperation operation, FlexCustomerFields? fields)
    {
        ProviderDescriptor provider = FlexCapabilities.Descriptor;
        CustomerTexts.Require(provider, operation, "FlexCustomerFields.Employer", fields?.Employer);
        CustomerTexts.Require(provider, operation, "FlexCustomerFields.CheckoutSessionId", fields?.CheckoutSessionId);
    }

    private static BillingValidationException Refuse(CustomerOperation operation, string property, string problem) =>
        Refusal.Request(FlexCapabilities.Descriptor, operation, property, problem);
}
