using System.Text.Json;

namespace BillingClients.Testing;

/// <summary>One condition of a search: <c>{field, operator, data_type, value: {string | number | boolean | date | array}}</c>.</summary>
/// <remarks>
/// Other lists of the server check that all four members are there; the list of customers does not. It never looks at <c>data_type</c>. Source:
/// <c>internal/dsl/dsl.go</c>, <c>internal/types/customer.go</c>.
/// </remarks>
internal sealed record FlexpriceFilter
{
    public string? Field { get; private init; }

    public string? Operator { get; private init; }

    public string? DataType { get; private init; }

    public bool HasValue { get; private init; }

    public string? Text { get; private init; }

    public bool HasNumber { get; private init; }

    public DateTimeOffset? Date { get; private init; }

    public IReadOnlyList<string> Texts { get; private init; } = [];

    public FlexpriceFilterEffect Effect => !FlexpriceColumns.Exists(Field) ? FlexpriceFilterEffect.HasNoColumn : Operator switch
    {
        "eq" or "contains" or "not_contains" or "gt" or "lt" or "in" or "not_in" or "before" or "after" when !HasValue => FlexpriceFilterEffect.Panics,
        "eq" => InDatabase(IsDate ? Date is not null : Text is not null),
        "contains" or "not_contains" => Text is null ? FlexpriceFilterEffect.IsIgnored : InDatabase(!IsDate),
        "in" or "not_in" => Texts.Count == 0 ? FlexpriceFilterEffect.IsIgnored : InDatabase(!IsDate),
        "before" or "after" => Date is null ? FlexpriceFilterEffect.IsIgnored : InDatabase(IsDate),

        // No column of a customer is a number.
        "gt" or "lt" => HasNumber ? FlexpriceFilterEffect.FailsInDatabase : FlexpriceFilterEffect.IsIgnored,
        _ => FlexpriceFilterEffect.IsIgnored,
    };

    /// <summary>Whether a member is missing that the documents require.</summary>
    public bool IsIncomplete => Field is null || Operator is null || DataType is null || !HasValue;

    private bool IsDate => FlexpriceColumns.IsDate(Field!);

    /// <summary>Reads a condition; null when a member has the wrong type.</summary>
    public static FlexpriceFilter? Read(JsonElement json)
    {
        var fields = new JsonFields(json);
        JsonElement? value = fields.Object("value");
        var filter = new FlexpriceFilter
        {
            Field = fields.Text("field"),
            Operator = fields.Text("operator"),
            DataType = fields.Text("data_type"),
            HasValue = value is not null,
        };
        return fields.WrongType is not null ? null : value is { } given ? filter.With(given) : filter;
    }

    /// <summary>Whether a customer passes; asked only of a filter that <see cref="FlexpriceFilterEffect.Filters"/> or is ignored.</summary>
    public bool Includes(FlexpriceCustomer customer) => Effect == FlexpriceFilterEffect.IsIgnored || Operator switch
    {
        "eq" when IsDate => DateOf(customer) == Date,
        "eq" => TextOf(customer) == Text,
        "contains" => TextOf(customer).Contains(Text!, StringComparison.OrdinalIgnoreCase),
        "not_contains" => !TextOf(customer).Contains(Text!, StringComparison.OrdinalIgnoreCase),
        "in" => Texts.Contains(TextOf(customer)),
        "not_in" => !Texts.Contains(TextOf(customer)),
        "before" => DateOf(customer) < Date,
        _ => DateOf(customer) > Date,
    };

    private static FlexpriceFilterEffect InDatabase(bool typesFit) => typesFit ? FlexpriceFilterEffect.Filters : FlexpriceFilterEffect.FailsInDatabase;

    // The database rounds to microseconds, half to even.
    private static DateTimeOffset? Rounded(DateTimeOffset? time)
    {
        if (time is not { UtcTicks: var ticks })
        {
            return null;
        }

        long rounded = (long)Math.Round((decimal)ticks / TimeSpan.TicksPerMicrosecond) * TimeSpan.TicksPerMicrosecond;
        return new DateTimeOffset(Math.Min(rounded, DateTime.MaxValue.Ticks), TimeSpan.Zero);
    }

    private FlexpriceFilter? With(JsonElement value)
    {
        var values = new JsonFields(value);
        string? date = values.Text("date");
        FlexpriceFilter filter = this with
        {
            Text = values.Text("string"),
            HasNumber = values.IsNumber("number"),
            Date = Rounded(Rfc3339.Read(date)),
            Texts = values.Texts("array") ?? [],
        };
        values.Flag("boolean");
        return values.WrongType is not null || (date is not null && filter.Date is null) ? null : filter;
    }

    private DateTimeOffset DateOf(FlexpriceCustomer customer) => FlexpriceColumns.DateOf(customer, Field!);

    private string TextOf(FlexpriceCustomer customer) => FlexpriceColumns.TextOf(customer, Field!);
}
