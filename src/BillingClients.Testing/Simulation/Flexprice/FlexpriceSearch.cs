using System.Globalization;
using System.Text.Json;

namespace BillingClients.Testing;

/// <summary>What a search asks for.</summary>
internal sealed record FlexpriceSearch
{
    public const int DefaultLimit = 50;
    public const int MaxLimit = 1000;

    public int Limit { get; init; } = DefaultLimit;
    public int Offset { get; init; }
    public string Order { get; init; } = "desc";
    public IReadOnlyList<FlexpriceSort> Sort { get; init; } = [];
    public string? Status { get; init; }
    public string? Expand { get; init; }
    public DateTimeOffset? StartTime { get; init; }
    public DateTimeOffset? EndTime { get; init; }
    public IReadOnlyDictionary<string, string>? Metadata { get; init; }
    public IReadOnlyList<FlexpriceFilter> Filters { get; init; } = [];
    public IReadOnlyList<string> CustomerIds { get; init; } = [];
    public IReadOnlyList<string> ExternalIds { get; init; } = [];
    public string? ExternalId { get; init; }
    public string? Email { get; init; }

    public static bool ExpandsIntegrations(string? expand) => expand?.Split(',').Contains("integrations") == true;

    public bool Includes(FlexpriceCustomer customer) =>
        IsUnsetOr(Status, customer.Status)
        && IsUnsetOr(ExternalId, customer.ExternalId)
        && IsUnsetOr(Email, customer.Email)
        && (CustomerIds.Count == 0 || CustomerIds.Contains(customer.Id))
        && (ExternalIds.Count == 0 || ExternalIds.Contains(customer.ExternalId))
        && (StartTime is null || customer.CreatedAt >= StartTime)
        && (EndTime is null || customer.CreatedAt <= EndTime)
        && (Metadata is null || Metadata.All(pair => customer.Metadata?.GetValueOrDefault(pair.Key) == pair.Value))
        && Filters.All(filter => filter.Includes(customer));

    private static bool IsUnsetOr(string? wanted, string actual) => string.IsNullOrEmpty(wanted) || wanted == actual;
}
