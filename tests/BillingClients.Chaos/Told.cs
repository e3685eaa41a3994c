namespace BillingClients.Chaos;

/// <summary>What a caller was told about one call. The first of these that one of several callers was told is what they know together.</summary>
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
