namespace BillingClients.Docs.Tests.Context;

/// <summary>Stands for a client that a generator made of an OpenAPI document.</summary>
public sealed class GeneratedFlexpriceClient(HttpClient http)
{
    public string BaseUrl { get; set; } = "";

    public Task<DtoCustomerResponse> CustomersExternalAsync(string externalId, CancellationToken cancellationToken) =>
        throw new NotSupportedException($"{http} {externalId} {cancellationToken}");
}

/// <summary>A generated schema.</summary>
public sealed class DtoCustomerResponse
{
    public string? Name { get; set; }
}

/// <summary>The generated client's one exception.</summary>
public sealed class GeneratedApiException(string message, int statusCode) : Exception(message)
{
    public int StatusCode => statusCode;
}
