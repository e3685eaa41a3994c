using System.Text.RegularExpressions;

namespace BillingClients.Testing;

/// <summary>What a search asks for.</summary>
internal sealed partial record FlexpriceSearch
{
    public const int DefaultLimit = 50;
    public const int MaxLimit = 1000;

    public int Limit { get; init; } = DefaultLimit;
    public int Offset { get; init; }
    public string Order { get; init; } = "desc";
    public IReadOnlyList<FlexpriceSort> Sort { get; init; } = [];
    public string? Status { get; init; }
    public string? Expand { get; init; }

    /// <summary>Checked, and then ignored; so is <see cref="EndTime"/>.</summary>
    public DateTimeOffset? StartTime { get; init; }

    public DateTimeOffset? EndTime { get; init; }
    public IReadOnlyDictionary<string, string>? Metadata { get; init; }
    public IReadOnlyList<FlexpriceFilter> Filters { get; init; } = [];
    public IReadOnlyList<string> CustomerIds { get; init; } = [];
    public IReadOnlyList<string> ExternalIds { get; init; } = [];
    public string? ExternalId { get; init; }
    public string? Email { get; init; }

    /// <summary>Whether the search takes the e-mail address. Its rule is another one than that of a create.</summary>
    public static bool IsEmail(string text) => EmailPattern().IsMatch(text);

    public FlexpriceSearch WithoutFilters() =>
        this with { Filters = [], CustomerIds = [], ExternalIds = [], ExternalId = null, Email = null, Metadata = null };

    public bool Includes(FlexpriceCustomer customer) =>
        customer.Status == (string.IsNullOrEmpty(Status) ? FlexpriceCustomer.Published : Status)
        && IsUnsetOr(ExternalId, customer.ExternalId)
        && IsUnsetOr(Email, customer.Email)
        && (CustomerIds.Count == 0 || CustomerIds.Contains(customer.Id))
        && (ExternalIds.Count == 0 || ExternalIds.Contains(customer.ExternalId))
        && (Metadata is null || Metadata.All(pair => customer.Metadata?.GetValueOrDefault(pair.Key) == pair.Value))
        && Filters.All(filter => filter.Includes(customer));

    [GeneratedRegex(@"^[a-zA-Z0-9._%+-]+@[a-zA-Z0-9.-]+\.[a-zA-Z]{2,}\z")]
    private static partial Regex EmailPattern();

    private static bool IsUnsetOr(string? wanted, string actual) => string.IsNullOrEmpty(wanted) || wanted == actual;
}
