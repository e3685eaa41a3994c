using System.Text.Json;

namespace BillingClients.Testing;

/// <summary>One condition of a search: <c>{field, operator, data_type, value: {string | array | date}}</c>. Customers have no numbers to compare.</summary>
internal sealed record FlexpriceFilter(string Field, string Operator, string? Text, IReadOnlyList<string> Texts, DateTimeOffset? Date)
{
    private static readonly HashSet<string> Operators = new(StringComparer.Ordinal) { "eq", "contains", "in", "not_in", "before", "after" };

    /// <summary>Reads a condition; null when a part is missing or unknown.</summary>
    public static FlexpriceFilter? Read(JsonElement json)
    {
        var fields = new JsonFields(json);
        string? field = fields.Text("field");
        string? operation = fields.Text("operator");
        string? dataType = fields.Text("data_type");
        if (fields.WrongType is not null || field is null || operation is null || dataType is null
            || !Operators.Contains(operation) || fields.Object("value") is not { } value)
        {
            return null;
        }

        var values = new JsonFields(value);
        string? date = values.Text("date");
        var filter = new FlexpriceFilter(field, operation, values.Text("string"), values.Texts("array") ?? [], Rfc3339.Read(date));
        return values.WrongType is null && filter.HasItsValue ? filter : null;
    }

    private bool HasItsValue => Operator switch
    {
        "eq" or "contains" => Text is not null,
        "before" or "after" => Date is not null,
        _ => true,
    };

    public bool Includes(FlexpriceCustomer customer) => Operator switch
    {
        "eq" => TextOf(customer) == Text,
        "contains" => TextOf(customer).Contains(Text!, StringComparison.OrdinalIgnoreCase),
        "in" => Texts.Contains(TextOf(customer)),
        "not_in" => !Texts.Contains(TextOf(customer)),
        "before" => DateOf(customer) < Date,
        _ => DateOf(customer) > Date,
    };

    private DateTimeOffset DateOf(FlexpriceCustomer customer) => Field == "updated_at" ? customer.UpdatedAt : customer.CreatedAt;

    private string TextOf(FlexpriceCustomer customer) => Field switch
    {
        "id" => customer.Id,
        "external_id" => customer.ExternalId,
        "name" => customer.Name,
        "email" => customer.Email,
        "status" => customer.Status,
        _ => "",
    };
}
