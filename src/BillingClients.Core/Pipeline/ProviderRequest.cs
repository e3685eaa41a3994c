namespace BillingClients.Providers;

/// <summary>What kind of request an operation sends; used for decisions on retries and for telemetry. For writing a provider.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Method">The HTTP method, in capitals.</param>
/// <param name="Template">The path with placeholders, such as <c>/customers/{id}</c>. Never a path with values.</param>
public sealed record ProviderRequest(CustomerOperation Operation, string Method, string Template)
{
    /// <summary>Whether the request changes nothing.</summary>
    public bool IsRead => Operation is CustomerOperation.Get or CustomerOperation.List;
}
