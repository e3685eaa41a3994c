namespace BillingClients.Chaos;

/// <summary>One logical customer: what was asked, and what the caller was told.</summary>
public sealed class LedgerEntry(CustomerCreate asked)
{
    public CustomerCreate Asked { get; set; } = asked;

    /// <summary>Another create with the same unique key at about the same time; null when there is none.</summary>
    public LedgerEntry? Twin { get; set; }

    /// <summary>The id of an older customer with the same unique key, which belongs to somebody else; null when there is none.</summary>
    public string? RivalId { get; set; }

    public Told Created { get; set; } = Told.Failed;

    public string? Id { get; set; }

    public Told? Updated { get; set; }

    public Told? Deleted { get; set; }

    /// <summary>The ids that <c>GetOrCreateAsync</c> gave to callers who asked for this customer at the same time.</summary>
    public IReadOnlyList<string> GotOrCreated { get; set; } = [];

    /// <summary>What the caller was told last that was not success.</summary>
    public string? Failure { get; set; }

    /// <summary>What should not have been thrown.</summary>
    public Exception? Untyped { get; set; }
}
