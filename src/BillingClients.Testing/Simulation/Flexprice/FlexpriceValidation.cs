using System.Text;
using System.Text.Json;

namespace BillingClients.Testing;

/// <summary>The rules of Flexprice's create and update. Failures are keyed by the server's field names, as its error bodies are.</summary>
internal static class FlexpriceValidation
{
    private const int ColumnLength = 255;

    public static Dictionary<string, string> OfCreate(FlexpriceCustomerRequest request)
    {
        var failures = new FlexpriceFieldFailures("CreateCustomerRequest", emptyIsAbsent: true);
        failures.Require("ExternalID", request.ExternalId);
        failures.Require("Name", request.Name);
        failures.Limit("Name", request.Name, 255);
        CheckFormats(request, failures);
        RequireTaxRateMembers(request, failures);
        return failures.Details.Count > 0 ? failures.Details : OfIntegrations(request);
    }

    public static Dictionary<string, string> OfUpdate(FlexpriceCustomerRequest request)
    {
        var failures = new FlexpriceFieldFailures("UpdateCustomerRequest", emptyIsAbsent: false);
        CheckFormats(request, failures);
        return failures.Details;
    }

    /// <summary>What the domain model refuses; null when it refuses nothing. It counts bytes of UTF-8, although its words say characters.</summary>
    public static string? OfAddress(FlexpriceCustomerRequest request) =>
        IsLonger(request.AddressPostalCode, 20) ? "Postal code must be less than 20 characters"
        : IsLonger(request.AddressLine1, 255) ? "Address line 1 must be less than 255 characters"
        : IsLonger(request.AddressLine2, 255) ? "Address line 2 must be less than 255 characters"
        : IsLonger(request.AddressCity, 100) ? "City name must be less than 100 characters"
        : IsLonger(request.AddressState, 100) ? "State name must be less than 100 characters"
        : null;

    /// <summary>Whether the columns hold what the validators let pass: no name or external id that is empty, and no text of more than 255 characters.</summary>
    public static bool FitsColumns(FlexpriceCustomerRequest request) =>
        request is { Name: not "", ExternalId: not "" }
        && FitsColumn(request.Name)
        && FitsColumn(request.ExternalId)
        && FitsColumn(request.Email);

    private static bool FitsColumn(string? text) => text is null || FlexpriceFieldFailures.LengthOf(text) <= ColumnLength;

    private static bool IsLonger(string? text, int bytes) => text is not null && Encoding.UTF8.GetByteCount(text) > bytes;

    private static void CheckFormats(FlexpriceCustomerRequest request, FlexpriceFieldFailures failures)
    {
        failures.Check("Email", request.Email, "email", EmailAddress.IsValid);
        failures.Limit("Contact", request.Contact, 20);
        failures.Limit("AddressLine1", request.AddressLine1, 255);
        failures.Limit("AddressLine2", request.AddressLine2, 255);
        failures.Limit("AddressCity", request.AddressCity, 100);
        failures.Limit("AddressState", request.AddressState, 100);
        failures.Limit("AddressPostalCode", request.AddressPostalCode, 20);
        failures.Check("AddressCountry", request.AddressCountry, "len", static country => FlexpriceFieldFailures.LengthOf(country) == 2);
        failures.Check("AddressCountry", request.AddressCountry, "iso3166_1_alpha2", CountryCodes.IsAlpha2);
        failures.Check("Timezone", request.Timezone, "timezone", static timezone => timezone.Length > 0);
    }

    private static Dictionary<string, string> OfIntegrations(FlexpriceCustomerRequest request)
    {
        var failures = new FlexpriceFieldFailures("CreateEntityIntegrationMappingRequest", emptyIsAbsent: true);
        foreach (JsonElement item in request.Integrations ?? [])
        {
            var fields = new JsonFields(item);
            failures.Require("EntityID", fields.Text("entity_id"));
            failures.Require("EntityType", fields.Text("entity_type"));
            failures.Require("ProviderType", fields.Text("provider_type"));
            failures.Require("ProviderEntityID", fields.Text("provider_entity_id"));
        }

        return failures.Details;
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
