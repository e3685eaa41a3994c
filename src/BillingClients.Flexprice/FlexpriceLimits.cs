using BillingClients.Providers;

namespace BillingClients;

/// <summary>Refuses, before sending, what Flexprice's own source refuses.</summary>
/// <remarks>
/// Sources: the validators of <c>internal/api/dto/customer.go</c>, which count characters, and <c>internal/domain/customer/model.go</c>, which then counts the
/// address in bytes of UTF-8. Flexprice counts characters as Unicode code points.
/// </remarks>
internal static class FlexpriceLimits
{
    internal static void Check(FieldCheck check, CustomerCreate customer)
    {
        check.AtMostCodePoints(255, nameof(customer.Name), CustomerName.Of(customer));
        check.AtMostCodePoints(20, nameof(customer.Phone), customer.Phone);
        Check(check, customer.BillingAddress);
        Check(check, ProviderFieldsOf.Find<FlexpriceCustomerFields>(customer.ProviderFields));
    }

    internal static void Check(FieldCheck check, CustomerUpdate update)
    {
        check.AtMostCodePoints(20, nameof(update.Phone), update.Phone.ValueOr(null));
        Address? address = update.BillingAddress.ValueOr(null);
        Check(check, address);
        if (address is { Country: null })
        {
            check.Refuse(
                "BillingAddress.Country",
                "is missing. An update replaces the whole address, and Flexprice cannot remove a stored country. Set Country, such as US");
        }

        FlexpriceCustomerFields? fields = ProviderFieldsOf.Find<FlexpriceCustomerFields>(update.ProviderFields);
        Check(check, fields);
        if (fields is { TaxRateOverrides: not null } or { SkipOnboardingWorkflow: not null } or { OnboardingWorkflowName: not null })
        {
            check.Refuse(
                nameof(FlexpriceCustomerFields),
                "sets TaxRateOverrides, SkipOnboardingWorkflow or OnboardingWorkflowName, which can only be set when the customer is created. Leave them out");
        }
    }

    /// <summary>Refuses an id that would lead to another endpoint. Flexprice gives out no such ids. External ids are looked up by search instead.</summary>
    internal static void Check(FieldCheck check, CustomerListRequest request)
    {
        FlexpriceListFields? fields = ProviderFieldsOf.Find<FlexpriceListFields>(request.ProviderFields);
        check.Texts("FlexpriceListFields.CustomerIds", fields?.CustomerIds);
        check.Texts("FlexpriceListFields.ExternalIds", fields?.ExternalIds);
        check.Text("FlexpriceListFields.Status", fields?.Status);
        OffsetToken.Check(check, request.PageToken);
    }

    internal static void Check(FieldCheck check, CustomerKey key)
    {
        if (key.Kind == CustomerKeyKind.Id && (FlexpriceRoutes.IsTaken(key.Value) || !FlexpriceRoutes.CanHold(key.Value)))
        {
            check.Refuse(
                "CustomerKey.FromId",
                "contains a slash, or is 'usage' or 'wallets', which are other paths at Flexprice. Use the id that Flexprice gave the customer, cust_…");
        }
    }

    private static void Check(FieldCheck check, Address? address)
    {
        if (address is null)
        {
            return;
        }

        check.AtMostUtf8Bytes(255, "BillingAddress.Line1", address.Line1);
        check.AtMostUtf8Bytes(255, "BillingAddress.Line2", address.Line2);
        check.AtMostUtf8Bytes(100, "BillingAddress.City", address.City);
        check.AtMostUtf8Bytes(100, "BillingAddress.State", address.State);
        check.AtMostUtf8Bytes(20, "BillingAddress.PostalCode", address.PostalCode);
        CheckCountry(check, address.Country);
    }

    // Only Flexprice knows which codes exist: it answers an unknown one with a 400 that names the field.
    private static void CheckCountry(FieldCheck check, string? country)
    {
        if (country is null || country is [>= 'A' and <= 'Z', >= 'A' and <= 'Z'])
        {
            return;
        }

        string problem = country.Length == 2 && char.IsAsciiLetter(country[0]) && char.IsAsciiLetter(country[1])
            ? "must be written in capital letters, such as US"
            : $"must be a country code of two capital letters (ISO 3166-1 alpha-2), such as US; it has {country.Length} characters";
        check.Refuse("BillingAddress.Country", problem);
    }

    private static void Check(FieldCheck check, FlexpriceCustomerFields? fields)
    {
        check.Text("FlexpriceCustomerFields.Timezone", fields?.Timezone);
        check.Text("FlexpriceCustomerFields.OnboardingWorkflowName", fields?.OnboardingWorkflowName);
        foreach (FlexpriceTaxRateOverride? rate in fields?.TaxRateOverrides ?? [])
        {
            if (rate is not { TaxRateCode: not null, Currency: not null })
            {
                check.Refuse(
                    "FlexpriceCustomerFields.TaxRateOverrides", "has an entry that is null, or whose TaxRateCode or Currency is null. Leave it out, or set both");
                continue;
            }

            check.Text("FlexpriceCustomerFields.TaxRateOverrides.TaxRateCode", rate.TaxRateCode);
            check.Text("FlexpriceCustomerFields.TaxRateOverrides.Currency", rate.Currency);
            check.Metadata("FlexpriceCustomerFields.TaxRateOverrides.Metadata", rate.Metadata);
        }
    }
}
