using BillingClients.Providers;

namespace BillingClients;

/// <summary>Refuses, before sending, what Flexprice's own source refuses. Source: validators and columns of <c>internal/api/dto/customer.go</c>.</summary>
internal static class FlexpriceLimits
{
    internal static void Check(FieldCheck check, CustomerCreate customer)
    {
        check.AtMost(255, nameof(customer.ExternalId), customer.ExternalId);
        check.AtMost(255, nameof(customer.Name), CustomerName.Of(customer));
        check.AtMost(20, nameof(customer.Phone), customer.Phone);
        Check(check, customer.BillingAddress);
        Check(check, ProviderFieldsOf.Find<FlexpriceCustomerFields>(customer.ProviderFields));
    }

    internal static void Check(FieldCheck check, CustomerUpdate update)
    {
        check.AtMost(255, nameof(update.ExternalId), update.ExternalId.ValueOr(null));
        check.AtMost(255, nameof(update.Name), CustomerName.Of(check.Provider, update).ValueOr(null));
        check.AtMost(20, nameof(update.Phone), update.Phone.ValueOr(null));
        Check(check, update.BillingAddress.ValueOr(null));
        FlexpriceCustomerFields? fields = ProviderFieldsOf.Find<FlexpriceCustomerFields>(update.ProviderFields);
        Check(check, fields);
        if (fields is { TaxRateOverrides: not null } or { SkipOnboardingWorkflow: not null } or { OnboardingWorkflowName: not null })
        {
            throw check.Refuse(
                nameof(FlexpriceCustomerFields),
                "sets TaxRateOverrides, SkipOnboardingWorkflow or OnboardingWorkflowName, which can only be set when the customer is created. Leave them out");
        }
    }

    private static void Check(FieldCheck check, Address? address)
    {
        if (address is null)
        {
            return;
        }

        check.AtMost(255, "BillingAddress.Line1", address.Line1);
        check.AtMost(255, "BillingAddress.Line2", address.Line2);
        check.AtMost(100, "BillingAddress.City", address.City);
        check.AtMost(100, "BillingAddress.State", address.State);
        check.AtMost(20, "BillingAddress.PostalCode", address.PostalCode);
        if (address.Country is { } country && !(country.Length == 2 && char.IsAsciiLetter(country[0]) && char.IsAsciiLetter(country[1])))
        {
            throw check.Refuse(
                "BillingAddress.Country", $"must be a country code of two letters (ISO 3166-1 alpha-2), such as US; it has {country.Length} characters");
        }
    }

    private static void Check(FieldCheck check, FlexpriceCustomerFields? fields)
    {
        check.Text("FlexpriceCustomerFields.Timezone", fields?.Timezone);
        check.Text("FlexpriceCustomerFields.OnboardingWorkflowName", fields?.OnboardingWorkflowName);
    }
}
