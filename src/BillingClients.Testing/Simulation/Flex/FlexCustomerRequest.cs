using System.Text.Json;

namespace BillingClients.Testing;

/// <summary>The body of a create or an update; only a create has <c>checkout_session_id</c>.</summary>
internal sealed class FlexCustomerRequest
{
    private static readonly string[] Envelope = ["customer"];

    private static readonly string[] UpdateFields =
    [
        "first_name", "last_name", "email", "phone", "employer", "shipping", "metadata",
    ];

    private static readonly string[] CreateFields = [.. UpdateFields, "checkout_session_id"];

    private readonly JsonFields _fields;
    private readonly IReadOnlyDictionary<string, string>? _shipping;
    private readonly JsonElement? _metadata;

    private FlexCustomerRequest(JsonFields fields, IReadOnlyDictionary<string, string>? shipping, JsonElement? metadata)
    {
        _fields = fields;
        _shipping = shipping;
        _metadata = metadata;
    }

    /// <summary>The e-mail address; null when it is null or not given.</summary>
    public string? Email => _fields.Text("email");

    /// <summary>Reads a body; the answer says why when it cannot be read.</summary>
    public static SimulatedAnswer? TryRead(SimulatedCall call, bool isCreate, out FlexCustomerRequest request)
    {
        request = null!;
        if (!call.TryReadJson(out JsonElement json))
        {
            return FlexAnswers.InvalidRequest;
        }

        var body = new JsonFields(json);
        JsonElement? inside = body.Object("customer");
        if (!call.Reads(body, Envelope) || inside is not { } customer)
        {
            call.AddObjection("no 'customer' around the fields");
            return FlexAnswers.InvalidField("customer", "missing", "customer is required");
        }

        var fields = new JsonFields(customer);
        foreach (string name in CreateFields.Where(name => name is not "shipping"))
        {
            fields.Text(name);
        }

        JsonElement? address = fields.Object("shipping");
        IReadOnlyDictionary<string, string>? shipping = address is { } parts ? FlexShipping.Read(call, parts) : null;
        if (!call.Reads(fields, isCreate ? CreateFields : UpdateFields) || (address is not null && shipping is null))
        {
            return FlexAnswers.InvalidField(fields.WrongType ?? "shipping", "wrong_type", "the value has the wrong type");
        }

        if (!TryReadMetadata(fields.Text("metadata"), out JsonElement? metadata))
        {
            call.AddObjection("'metadata' is not the text of a JSON object");
            return FlexAnswers.InvalidField("metadata", "invalid_metadata", "metadata must be the text of a JSON object");
        }

        request = new FlexCustomerRequest(fields, shipping, metadata);
        return null;
    }

    /// <summary>The customer with the fields that were given: null clears; metadata and address are replaced whole, the address keeping its id.</summary>
    public FlexCustomer ApplyTo(FlexCustomer customer, Func<string> newShippingId) => customer with
    {
        FirstName = Text("first_name", customer.FirstName),
        LastName = Text("last_name", customer.LastName),
        Email = Text("email", customer.Email),
        Phone = Text("phone", customer.Phone),
        Employer = Text("employer", customer.Employer),
        Shipping = !_fields.Has("shipping") ? customer.Shipping
            : _shipping is null ? null
            : new FlexShipping(customer.Shipping?.Id ?? newShippingId(), _shipping),
        Metadata = _fields.Has("metadata") ? _metadata : customer.Metadata,
    };

    private static bool TryReadMetadata(string? text, out JsonElement? metadata)
    {
        metadata = null;
        if (text is null)
        {
            return true;
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(text);
            metadata = document.RootElement.Clone();
            return document.RootElement.ValueKind == JsonValueKind.Object;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private string? Text(string name, string? stored) => _fields.Has(name) ? _fields.Text(name) : stored;
}
