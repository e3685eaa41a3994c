using BillingClients.Providers;

namespace BillingClients;

/// <summary>What Flexprice refuses by its own source, refused before sending. Source: validators and columns of <c>internal/api/dto/customer.go</c>.</summary>
internal static class FlexpriceRules
{
    internal static void Check(CustomerCreate customer)
    {
        const CustomerOperation Create = CustomerOperation.Create;
        AtMost(255, Create, nameof(customer.ExternalId), customer.ExternalId);
        AtMost(255, Create, nameof(customer.Name), CustomerName.Of(customer));
        AtMost(20, Create, nameof(customer.Phone), customer.Phone);
        Check(Create, customer.BillingAddress);
        Check(Create, ProviderFieldsOf.Find<FlexpriceCustomerFields>(customer.ProviderFields));
    }

    internal static void Check(CustomerUpdate update)
    {
        const CustomerOperation Update = CustomerOperation.Update;
        AtMost(255, Update, nameof(update.ExternalId), update.ExternalId.ValueOr(null));
        AtMost(255, Update, nameof(update.Name), CustomerName.Of(FlexpriceCapabilities.Descriptor, update).ValueOr(null));
        AtMost(20, Update, nameof(update.Phone), update.Phone.ValueOr(null));
        Check(Update, update.BillingAddress.ValueOr(null));
        FlexpriceCustomerFields? fields = ProviderFieldsOf.Find<FlexpriceCustomerFields>(update.ProviderFields);
        Check(Update, fields);
        if (fields is not null && (fields.TaxRateOverrides is not null || fields.SkipOnboardingWorkflow is not null || fields.OnboardingWorkflowName is not null))
        {
            throw Refuse(
                Update, nameof(FlexpriceCustomerFields), "sets TaxRateOverrides, SkipOnboardingWorkflow or OnboardingWorkflowName, which a create takes and an update does not");
        }
    }

    private static void Check(CustomerOperation operation, Address? address)
    {
        if (address is null)
        {
            return;
        }

        AtMost(255, operation, "BillingAddress.Line1", address.Line1);
        AtMost(255, operation, "BillingAddress.Line2", address.Line2);
        AtMost(100, operation, "BillingAddress.City", address.City);
        AtMost(100, operation, "BillingAddress.State", address.State);
        AtMost(20, operation, "BillingAddress.PostalCode", address.PostalCode);
        if (address.Country is { } country && !(country.Length == 2 && char.IsAsciiLetter(country[0]) && char.IsAsciiLetter(country[1])))
        {
            throw Refuse(operation, "BillingAddress.Country", $"must be a country code of two letters (ISO 3166-1 alpha-2), such as US; it has {country.Length} characters");
        }
    }

    private static void Check(CustomerOperation operation, FlexpriceCustomerFields? fields)
    {
        ProviderDescriptor provider = FlexpriceCapabilities.Descriptor;
        CustomerTexts.Require(provider, operation, "FlexpriceCustomerFields.Timezone", fields?.Timezone);
        CustomerTexts.Require(provider, operation, "FlexpriceCustomerFields.OnboardingWorkflowName", fields?.OnboardingWorkflowName);
    }

    private static void AtMost(int length, CustomerOperation operation, string property, string? text)
    {
        if (text?.Length > length)
        {
            throw Refuse(operation, property, $"has {text.Length} characters, and {length} are allowed there");
        }
    }

    private static BillingValidationException Refuse(CustomerOperation operation, string property, string problem) =>
        Refusal.Request(FlexpriceCapabilities.Descriptor, operation, property, problem);
}
