namespace BillingClients.Wire;

/// <summary>A condition of a search. Source: Flexprice's server source, <c>internal/types/search_filter.go</c> and <c>internal/dsl/dsl.go</c>.</summary>
internal sealed class FlexpriceFilter
{
    public required string Field { get; init; }

    public required string Operator { get; init; }

    public required string DataType { get; init; }

    public required FlexpriceFilterValue Value { get; init; }

    /// <summary>Created later than this moment; one created at this moment is left out.</summary>
    internal static FlexpriceFilter CreatedAfter(DateTime utc) => Created("after", utc);

    /// <summary>Created earlier than this moment; one created at this moment is left out.</summary>
    internal static FlexpriceFilter CreatedBefore(DateTime utc) => Created("before", utc);

    private static FlexpriceFilter Created(string comparison, DateTime utc) =>
        new() { Field = "created_at", Operator = comparison, DataType = "date", Value = new FlexpriceFilterValue { Date = utc } };
}
