using BillingClients.Providers;

namespace BillingClients;

/// <summary>
/// What Atlas has no place for, refused before sending. Its documents limit neither lengths nor country and postal codes, so nothing of that is checked.
/// </summary>
internal static class AtlasRules
{
    internal static void Check(CustomerCreate customer)
    {
        const CustomerOperation Create = CustomerOperation.Create;
        CheckExternalId(Create, customer.ExternalId, customer.Metadata);
        AtlasCustomerFields? fields = ProviderFieldsOf.Find<AtlasCustomerFields>(customer.ProviderFields);
        if (fields?.DefaultPaymentMethod is not null)
        {
            throw Refuse(Create, "AtlasCustomerFields.DefaultPaymentMethod", "is taken by an update and not by a create. Create the customer, then update it");
        }
    }

    internal static void Check(CustomerUpdate update)
    {
        const CustomerOperation Update = CustomerOperation.Update;
        _ = CustomerName.Of(AtlasCapabilities.Descriptor, update);
        if (update.ExternalId.IsSet)
        {
            CheckExternalId(Update, update.ExternalId.Value, update.Metadata.ValueOr(null));
        }

        AtlasCustomerFields? fields = ProviderFieldsOf.Find<AtlasCustomerFields>(update.ProviderFields);
        CustomerTexts.Require(AtlasCapabilities.Descriptor, Update, "AtlasCustomerFields.DefaultPaymentMethod", fields?.DefaultPaymentMethod);
    }

    private static void CheckExternalId(CustomerOperation operation, string? externalId, IReadOnlyDictionary<string, string>? metadata)
    {
        bool isOther = metadata is not null && metadata.TryGetValue(MetadataKeys.ExternalId, out string? given) && given != externalId;
        if (isOther && (externalId is not null || operation == CustomerOperation.Update))
        {
            throw Refuse(operation, $"Metadata[{MetadataKeys.ExternalId}]", "is given, with another value than ExternalId, which is stored there. Remove one");
        }
    }

    private static BillingValidationException Refuse(CustomerOperation operation, string property, string problem) =>
        Refusal.Request(AtlasCapabilities.Descriptor, operation, property, problem);
}
