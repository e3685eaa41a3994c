using System.Text.Json;

namespace BillingClients.Testing;

/// <summary>The body of a create or an update. Null is a field that was not given.</summary>
internal sealed record FlexpriceCustomerRequest
{
    private static readonly string[] UpdateFields =
    [
        "external_id", "name", "email", "contact", "address_line1", "address_line2", "address_city", "address_state", "address_postal_code", "address_country",
        "timezone", "metadata", "integration_entity_mapping",
    ];

    private static readonly string[] CreateFields = [.. UpdateFields, "tax_rate_overrides", "skip_onboarding_workflow", "onboarding_workflow_name"];

    public string? ExternalId { get; init; }
    public string? Name { get; init; }
    public string? Email { get; init; }
    public string? Contact { get; init; }
    public string? AddressLine1 { get; init; }
    public string? AddressLine2 { get; init; }
    public string? AddressCity { get; init; }
    public string? AddressState { get; init; }
    public string? AddressPostalCode { get; init; }
    public string? AddressCountry { get; init; }
    public string? Timezone { get; init; }
    public SortedDictionary<string, string>? Metadata { get; init; }

    /// <summary>Checked in a create, and never stored.</summary>
    public IReadOnlyList<JsonElement>? Integrations { get; init; }

    public IReadOnlyList<JsonElement>? TaxRateOverrides { get; init; }

    /// <summary>Reads a body and notes the fields that the server would drop; null when it is not JSON or a field has the wrong type.</summary>
    public static FlexpriceCustomerRequest? Read(SimulatedCall call, bool isCreate)
    {
        if (!call.TryReadJson(out JsonElement json))
        {
            return null;
        }

        var fields = new JsonFields(json);
        var request = new FlexpriceCustomerRequest
        {
            ExternalId = fields.Text("external_id"),
            Name = fields.Text("name"),
            Email = fields.Text("email"),
            Contact = fields.Text("contact"),
            AddressLine1 = fields.Text("address_line1"),
            AddressLine2 = fields.Text("address_line2"),
            AddressCity = fields.Text("address_city"),
            AddressState = fields.Text("address_state"),
            AddressPostalCode = fields.Text("address_postal_code"),
            AddressCountry = fields.Text("address_country"),
            Timezone = fields.Text("timezone"),
            Metadata = fields.TextMap("metadata"),
            Integrations = fields.Objects("integration_entity_mapping"),
            TaxRateOverrides = isCreate ? fields.Objects("tax_rate_overrides") : null,
        };
        if (isCreate)
        {
            fields.Flag("skip_onboarding_workflow");
            fields.Text("onboarding_workflow_name");
        }

        if (request.Integrations is not null)
        {
            call.AddObjection("integration_entity_mapping is dropped; POST /integrations/link has replaced it");
        }

        return call.Reads(fields, isCreate ? CreateFields : UpdateFields) ? request : null;
    }

    /// <summary>The customer with the fields that were given; metadata is replaced whole.</summary>
    public FlexpriceCustomer ApplyTo(FlexpriceCustomer customer) => customer with
    {
        ExternalId = ExternalId ?? customer.ExternalId,
        Name = Name ?? customer.Name,
        Email = Email ?? customer.Email,
        Contact = Contact ?? customer.Contact,
        AddressLine1 = AddressLine1 ?? customer.AddressLine1,
        AddressLine2 = AddressLine2 ?? customer.AddressLine2,
        AddressCity = AddressCity ?? customer.AddressCity,
        AddressState = AddressState ?? customer.AddressState,
        AddressPostalCode = AddressPostalCode ?? customer.AddressPostalCode,
        AddressCountry = AddressCountry ?? customer.AddressCountry,
        Timezone = string.IsNullOrEmpty(Timezone) ? customer.Timezone : Timezone,
        Metadata = Metadata ?? customer.Metadata,
    };
}
