namespace BillingClients.Providers;

/// <summary>For providers that answer with an empty text where they hold none. Pure. For writing a provider.</summary>
public static class WireText
{
    /// <summary>The text; null for an empty one.</summary>
    public static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;

    /// <summary>The address of these parts, of which empty ones are left out; null when all are empty.</summary>
    /// <param name="line1">Street and number.</param>
    /// <param name="line2">Flat, floor, building.</param>
    /// <param name="city">City or town.</param>
    /// <param name="state">State, province or county.</param>
    /// <param name="postalCode">Postal or ZIP code.</param>
    /// <param name="country">Country.</param>
    public static Address? ToAddress(string? line1, string? line2, string? city, string? state, string? postalCode, string? country)
    {
        Address address = new()
        {
            Line1 = NullIfEmpty(line1),
            Line2 = NullIfEmpty(line2),
            City = NullIfEmpty(city),
            State = NullIfEmpty(state),
            PostalCode = NullIfEmpty(postalCode),
            Country = NullIfEmpty(country),
        };
        return address == Address.Empty ? null : address;
    }
}
