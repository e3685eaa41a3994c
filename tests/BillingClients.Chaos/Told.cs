namespace BillingClients.Chaos;

/// <summary>What a caller was told about one call. If several callers were told different things, the first of these values counts.</summary>
public enum Told
{
    /// <summary>It was done.</summary>
    Done,

    /// <summary>It may have been done.</summary>
    Unknown,

    /// <summary>It was not done.</summary>
    Failed,

    /// <summary>Something that an application cannot expect: see <see cref="Caller"/>.</summary>
    Untyped,
}
