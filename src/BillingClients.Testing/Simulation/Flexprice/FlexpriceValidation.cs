using System.Text.Json;

namespace BillingClients.Testing;

/// <summary>The rules of Flexprice's create and update. Failures are keyed by the server's field names, as its error bodies are.</summary>
internal static class FlexpriceValidation
{
    public static Dictionary<string, string> OfCreate(FlexpriceCustomerRequest request)
    {
        var failures = new FlexpriceFieldFailures("CreateCustomerRequest");
        failures.Require("ExternalID", request.ExternalId);
        failures.Require("Name", request.Name);
        CheckFormats(request, failures);
        RequireTaxRateMembers(request, failures);
        return failures.Details;
    }

    public static Dictionary<string, string> OfUpdate(FlexpriceCustomerRequest request)
    {
        var failures = new FlexpriceFieldFailures("UpdateCustomerRequest");
        if (request.ExternalId is "")
        {
            failures.Require("ExternalID", request.ExternalId);
        }

        CheckFormats(request, failures);
        return failures.Details;
    }

    private static void CheckFormats(FlexpriceCustomerRequest request, FlexpriceFieldFailures failures)
    {
        failures.Limit("ExternalID", request.ExternalId, 255);
        failures.Limit("Name", request.Name, 255);
        failures.Check("Email", request.Email, "email", EmailAddress.IsValid);
        failures.Limit("Contact", request.Contact, 20);
        failures.Limit("AddressLine1", request.AddressLine1, 255);
        failures.Limit("AddressLine2", request.AddressLine2, 255);
        failures.Limit("AddressCity", request.AddressCity, 100);
        failures.Limit("AddressState", request.AddressState, 100);
        failures.Limit("AddressPostalCode", request.AddressPostalCode, 20);
        failures.Check("AddressCountry", request.AddressCountry, "len", country => country.Length == 2);
        failures.Check("AddressCountry", request.AddressCountry, "iso3166_1_alpha2", CountryCodes.IsAlpha2);
    }

    private static void RequireTaxRateMembers(FlexpriceCustomerRequest request, FlexpriceFieldFailures failures)
    {
        foreach (JsonElement item in request.TaxRateOverrides ?? [])
        {
            var fields = new JsonFields(item);
            failures.Require("TaxRateCode", fields.Text("tax_rate_code"));
            failures.Require("Currency", fields.Text("currency"));
        }
    }
}
