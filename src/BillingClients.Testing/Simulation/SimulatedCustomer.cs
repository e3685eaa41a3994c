namespace BillingClients.Testing;

/// <summary>A customer as a simulated provider stores it.</summary>
public sealed class SimulatedCustomer
{
    private readonly Lazy<string> _json;

    /// <summary>Describes a stored customer.</summary>
    /// <param name="json">Makes <see cref="Json"/>; called once, when it is first read.</param>
    public SimulatedCustomer(Func<string> json) => _json = new Lazy<string>(json);

    /// <summary>The provider's id.</summary>
    public required string Id { get; init; }

    /// <summary>The caller's own id, where the provider has a field for it.</summary>
    public string? ExternalId { get; init; }

    /// <summary>The e-mail address; null or empty if there is none, as at the provider.</summary>
    public string? Email { get; init; }

    /// <summary>When the customer was stored.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Whether the customer was archived.</summary>
    public bool IsArchived { get; init; }

    /// <summary>The customer as the provider answers with it, without an envelope.</summary>
    public string Json => _json.Value;

    /// <inheritdoc/>
    public override string ToString() => Id;
}
