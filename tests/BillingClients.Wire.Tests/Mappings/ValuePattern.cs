using System.Text.RegularExpressions;

namespace BillingClients.Wire.Tests.Mappings;

/// <summary>What the value of a header or of a query parameter is compared with. One of the three is set.</summary>
public sealed record ValuePattern
{
    /// <summary>Exactly this text.</summary>
    public string? EqualTo { get; init; }

    /// <summary>A regular expression for the whole text.</summary>
    public string? Matches { get; init; }

    /// <summary>True: there must be no such header or parameter.</summary>
    public bool? Absent { get; init; }

    /// <summary>The regular expression, with the anchors that WireMock implies and .NET does not.</summary>
    internal string WholeMatch => $"^(?:{Matches})\\z";

    internal bool Accepts(string? value) => value switch
    {
        null => Absent == true,
        _ when EqualTo is not null => value == EqualTo,
        _ when Matches is not null => Regex.IsMatch(value, WholeMatch, RegexOptions.CultureInvariant),
        _ => false,
    };

    /// <summary>The value as a failure shows it.</summary>
    public override string ToString() => EqualTo ?? (Matches is null ? "(absent)" : $"(matches {Matches})");
}
