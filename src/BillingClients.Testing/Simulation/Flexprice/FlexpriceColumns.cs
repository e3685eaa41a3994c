namespace BillingClients.Testing;

/// <summary>The columns of a customer that a search can filter and sort by.</summary>
internal static class FlexpriceColumns
{
    private static readonly Dictionary<string, Func<FlexpriceCustomer, string>> Texts = new(StringComparer.Ordinal)
    {
        ["id"] = static customer => customer.Id,
        ["external_id"] = static customer => customer.ExternalId,
        ["name"] = static customer => customer.Name,
        ["email"] = static customer => customer.Email,
        ["contact"] = static customer => customer.Contact ?? "",
        ["address_line1"] = static customer => customer.AddressLine1,
        ["address_line2"] = static customer => customer.AddressLine2,
        ["address_city"] = static customer => customer.AddressCity,
        ["address_state"] = static customer => customer.AddressState,
        ["address_postal_code"] = static customer => customer.AddressPostalCode,
        ["address_country"] = static customer => customer.AddressCountry,
        ["timezone"] = static customer => customer.Timezone,
        ["status"] = static customer => customer.Status,
    };

    private static readonly Dictionary<string, Func<FlexpriceCustomer, DateTimeOffset>> Dates = new(StringComparer.Ordinal)
    {
        ["created_at"] = static customer => customer.CreatedAt,
        ["updated_at"] = static customer => customer.UpdatedAt,
    };

    public static bool Exists(string? column) => column is not null && (Texts.ContainsKey(column) || Dates.ContainsKey(column));

    public static bool IsDate(string column) => Dates.ContainsKey(column);

    public static string TextOf(FlexpriceCustomer customer, string column) => Texts[column](customer);

    public static DateTimeOffset DateOf(FlexpriceCustomer customer, string column) => Dates[column](customer);

    public static int Compare(FlexpriceCustomer left, FlexpriceCustomer right, string column) => IsDate(column)
        ? DateOf(left, column).CompareTo(DateOf(right, column))
        : string.CompareOrdinal(TextOf(left, column), TextOf(right, column));
}
