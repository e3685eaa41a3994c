using System.Text.Json;

namespace BillingClients.Testing;

/// <summary>The body of a create or an update. A field that was not given is left as it is; one that is null is stored as null.</summary>
internal sealed class AtlasCustomerRequest
{
    private static readonly string[] CreateFields =
    [
        "email", "name", "phone", "description", "billing_address", "shipping_address", "tax_exempt", "tax_ids", "metadata",
    ];

    // The last is the documentation's name of the one before it; a client that sends both serves either server.
    private static readonly string[] UpdateFields = [.. CreateFields, "default_token_id", "default_payment_method"];

    private readonly JsonFields _fields;
    private readonly string? _defaultMethodField;

    private AtlasCustomerRequest(JsonFields fields, string? defaultMethodField)
    {
        _fields = fields;
        _defaultMethodField = defaultMethodField;
        Email = fields.Text("email");
    }

    /// <summary>Null when it was not given, or given as null.</summary>
    public string? Email { get; }

    /// <summary>Whether the e-mail address was given as null, which the database does not take.</summary>
    public bool ClearsEmail => _fields.Has("email") && Email is null;

    /// <summary>Whether a field has another type than the documented one.</summary>
    public bool IsOfWrongType { get; private set; }

    /// <summary>Reads a body and notes what the documents do not have; null when it is not a JSON object.</summary>
    /// <param name="call">The request.</param>
    /// <param name="defaultMethodField">What an update calls the default payment method; null in a create.</param>
    public static AtlasCustomerRequest? Read(SimulatedCall call, string? defaultMethodField)
    {
        if (!call.TryReadJson(out JsonElement json))
        {
            return null;
        }

        if (json.ValueKind != JsonValueKind.Object)
        {
            call.AddObjection("the body is not an object");
            return null;
        }

        var fields = new JsonFields(json);
        var request = new AtlasCustomerRequest(fields, defaultMethodField);
        request.ApplyTo(new AtlasCustomer { Id = "", Email = "", CreatedAt = default });
        request.IsOfWrongType = !call.Reads(fields, defaultMethodField is null ? CreateFields : UpdateFields);
        NoteLooseParts(call, fields);
        return request;
    }

    public AtlasCustomer ApplyTo(AtlasCustomer customer) => customer with
    {
        Email = _fields.Text("email") ?? customer.Email,
        Name = _fields.Has("name") ? _fields.Text("name") : customer.Name,
        Phone = _fields.Has("phone") ? _fields.Text("phone") : customer.Phone,
        Description = _fields.Has("description") ? _fields.Text("description") : customer.Description,
        BillingAddress = _fields.Has("billing_address") ? _fields.Object("billing_address") : customer.BillingAddress,
        ShippingAddress = _fields.Has("shipping_address") ? _fields.Object("shipping_address") : customer.ShippingAddress,
        DefaultPaymentMethod = _defaultMethodField is { } field && _fields.Has(field) ? _fields.Text(field) : customer.DefaultPaymentMethod,
        TaxExempt = _fields.Has("tax_exempt") ? _fields.Flag("tax_exempt") : customer.TaxExempt,
        TaxIds = _fields.Has("tax_ids") ? _fields.Array("tax_ids") : customer.TaxIds,
        Metadata = _fields.Has("metadata") ? _fields.Object("metadata") : customer.Metadata,
    };

    // The database stores any JSON in these; the documents have less.
    private static void NoteLooseParts(SimulatedCall call, JsonFields fields)
    {
        NoteAddress(call, fields, "billing_address");
        NoteAddress(call, fields, "shipping_address");
        if (fields.Array("tax_ids") is { } taxIds && taxIds.EnumerateArray().Any(static taxId => !IsTaxId(taxId)))
        {
            call.AddObjection("'tax_ids' holds something else than {type,value}");
        }

        if (fields.Object("metadata") is { } metadata && metadata.EnumerateObject().Any(static entry => entry.Value.ValueKind != JsonValueKind.String))
        {
            call.AddObjection("'metadata' holds a value that is not text");
        }
    }

    private static void NoteAddress(SimulatedCall call, JsonFields fields, string name)
    {
        if (fields.Object(name) is { } address && address.EnumerateObject().Any(static part => !IsAddressPart(part)))
        {
            call.AddObjection($"'{name}' holds something else than the six texts of an address");
        }
    }

    private static bool IsTaxId(JsonElement taxId)
    {
        var fields = new JsonFields(taxId);
        return fields.Text("type") is not null && fields.Text("value") is not null && fields.WrongType is null;
    }

    private static bool IsAddressPart(JsonProperty part) =>
        part.Name is "line1" or "line2" or "city" or "state" or "postal_code" or "country"
        && part.Value.ValueKind is JsonValueKind.String or JsonValueKind.Null;
}
