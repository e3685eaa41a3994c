namespace BillingClients.Providers;

/// <summary>An endpoint of a provider. For writing a provider.</summary>
/// <param name="Method">The HTTP method, in capitals.</param>
/// <param name="Template">The path with placeholders, such as <c>/customers/{id}</c>. Do not put values into it, because telemetry shows it.</param>
public sealed record Endpoint(string Method, string Template)
{
    /// <summary>For an operation that the provider does not have.</summary>
    internal static Endpoint None { get; } = new("", "");
}

/// <summary>The endpoints of a provider's operations on customers. For writing a provider.</summary>
public sealed class CustomerEndpoints
{
    /// <summary>Creates a customer.</summary>
    public required Endpoint Create { get; init; }

    /// <summary>Reads a customer by the provider's id.</summary>
    public required Endpoint Get { get; init; }

    /// <summary>Reads a customer by external id; null if that is the same endpoint as <see cref="Get"/>.</summary>
    public Endpoint? GetByExternalId { get; init; }

    /// <summary>Updates a customer. If an update takes several requests, the one that changes something.</summary>
    public required Endpoint Update { get; init; }

    /// <summary>Deletes or archives a customer; null if the provider cannot.</summary>
    public Endpoint? Delete { get; init; }

    /// <summary>Lists customers.</summary>
    public required Endpoint List { get; init; }
}
