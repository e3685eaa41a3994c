using System.Diagnostics;

namespace BillingClients;

/// <summary>A postal address. Null means: not given.</summary>
[DebuggerDisplay("Address")]
public sealed record Address
{
    /// <summary>An address with nothing in it.</summary>
    public static Address Empty { get; } = new();

    /// <summary>Street and number.</summary>
    public string? Line1 { get; init; }

    /// <summary>Flat, floor, building.</summary>
    public string? Line2 { get; init; }

    /// <summary>City or town.</summary>
    public string? City { get; init; }

    /// <summary>State, province or county.</summary>
    public string? State { get; init; }

    /// <summary>Postal or ZIP code. A provider may take those of one country only.</summary>
    public string? PostalCode { get; init; }

    /// <summary>Country; ISO 3166-1 alpha-2 (<c>US</c>) is the form that every provider understands.</summary>
    public string? Country { get; init; }

    /// <summary>The type's name only: an address is personal data, and this text ends up in logs.</summary>
    public override string ToString() => nameof(Address);
}
