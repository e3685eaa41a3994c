namespace BillingClients.Chaos;

/// <summary>A customer to create: what was asked, and what the callers were told.</summary>
public sealed class LedgerEntry(CustomerCreate asked)
{
    public CustomerCreate Asked { get; set; } = asked;

    /// <summary>Another create with the same unique key at about the same time; null when there is none.</summary>
    public LedgerEntry? Twin { get; set; }

    /// <summary>The id of an older customer with the same unique key, which belongs to somebody else; null when there is none.</summary>
    public string? RivalId { get; set; }

    /// <summary>The create; or several calls of <c>GetOrCreateAsync</c> at the same time.</summary>
    public IReadOnlyList<Outcome> Creates { get; set; } = [];

    /// <summary>Whether <see cref="Creates"/> may return a customer that existed before.</summary>
    public bool MayExist { get; set; }

    public Outcome? Read { get; set; }

    public Outcome? Updated { get; set; }

    public Outcome? Deleted { get; set; }

    /// <summary>What the callers who wanted to create the customer know together: the first of their values of <see cref="Told"/>.</summary>
    public Told Created => Creates.Min(static create => create.Told);

    /// <summary>The customer as it was returned; null if no call returned one.</summary>
    public Customer? Customer => Creates.FirstOrDefault(static create => create.Customer is not null)?.Customer;

    public IEnumerable<Outcome> Calls => [.. Creates, .. new[] { Read, Updated, Deleted }.OfType<Outcome>()];
}
