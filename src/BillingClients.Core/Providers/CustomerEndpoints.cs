namespace BillingClients.Providers;

/// <summary>An endpoint of a provider. For writing a provider.</summary>
/// <param name="Method">The HTTP method, in capitals.</param>
/// <param name="Template">The path with placeholders, such as <c>/customers/{id}</c>. Never a path with values: telemetry shows it.</param>
public sealed record Endpoint(string Method, string Template)
{
    /// <summary>Of an operation that the provider does not have.</summary>
    internal static Endpoint None { get; } = new("", "");
}

/// <summary>The endpoints that a provider's operations on customers go to. For writing a provider.</summary>
public sealed class CustomerEndpoints
{
    /// <summary>Creates a customer.</summary>
    public required Endpoint Create { get; init; }

    /// <summary>Reads a customer by the provider's id.</summary>
    public required Endpoint Get { get; init; }

    /// <summary>Reads a customer by external id; null when it is <see cref="Get"/>.</summary>
    public Endpoint? GetByExternalId { get; init; }

    /// <summary>Changes a customer. Of several requests, the one that changes something.</summary>
    public required Endpoint Update { get; init; }

    /// <summary>Deletes or archives a customer; null when the provider cannot.</summary>
    public Endpoint? Delete { get; init; }

    /// <summary>Lists customers.</summary>
    public required Endpoint List { get; init; }
}
