namespace BillingClients.Chaos;

/// <summary>What went wrong, a line each.</summary>
/// <param name="Lost">Customers and changes that callers were told of, but that are not stored.</param>
/// <param name="Doubled">Customers that are stored twice.</param>
/// <param name="Untyped">Failures that an application cannot expect.</param>
/// <param name="False">What callers were told that is not true.</param>
public sealed record Findings(IReadOnlyList<string> Lost, IReadOnlyList<string> Doubled, IReadOnlyList<string> Untyped, IReadOnlyList<string> False)
{
    public bool IsEmpty => !Lines.Any();

    public IEnumerable<string> Lines =>
    [
        .. Lost.Select(static line => $"lost: {line}"),
        .. Doubled.Select(static line => $"doubled: {line}"),
        .. Untyped.Select(static line => $"untyped: {line}"),
        .. False.Select(static line => $"false: {line}"),
    ];

    public static Findings Of(IEnumerable<Findings> parts) => new(
        [.. parts.SelectMany(static part => part.Lost)],
        [.. parts.SelectMany(static part => part.Doubled)],
        [.. parts.SelectMany(static part => part.Untyped)],
        [.. parts.SelectMany(static part => part.False)]);

    public override string ToString() =>
        FormattableString.Invariant($"lost {Lost.Count}, doubled {Doubled.Count}, untyped {Untyped.Count}, false {False.Count}");
}
