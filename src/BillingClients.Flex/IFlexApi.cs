using BillingClients.Wire;
using Refit;

namespace BillingClients;

/// <summary>
/// Flex's endpoints. Source: its documents, <c>api-reference/customers</c>; of <c>Idempotency-Key</c>, its WooCommerce plugin,
/// <c>src/Resource/Resource.php</c>.
/// </summary>
internal interface IFlexApi
{
    /// <summary><c>POST /v1/customers</c>: 200. If a customer has the e-mail address, that one is changed.</summary>
    [Post(FlexRoutes.Customers)]
    Task<FlexEnvelope<FlexCustomer>?> CreateAsync(
        [Header("Idempotency-Key")] string? idempotencyKey, [Body] FlexCreateBody request, CancellationToken cancellationToken);

    /// <summary><c>GET /v1/customers/{id}</c>.</summary>
    [Get(FlexRoutes.CustomerById)]
    Task<FlexEnvelope<FlexCustomer>?> GetAsync(string id, CancellationToken cancellationToken);

    /// <summary><c>GET /v1/customers/{id}</c>, read for the metadata alone, each value as it is stored.</summary>
    [Get(FlexRoutes.CustomerById)]
    Task<FlexEnvelope<FlexStoredMetadata>?> GetMetadataAsync(string id, CancellationToken cancellationToken);

    /// <summary><c>PATCH /v1/customers/{id}</c>: only what is sent is changed.</summary>
    [Patch(FlexRoutes.CustomerById)]
    Task<FlexEnvelope<FlexCustomer>?> UpdateAsync(string id, [Body] FlexUpdateBody request, CancellationToken cancellationToken);

    /// <summary><c>DELETE /v1/customers/{id}</c>: any 2xx; its status and body are not documented.</summary>
    [Delete(FlexRoutes.CustomerById)]
    Task DeleteAsync(string id, CancellationToken cancellationToken);

    /// <summary><c>GET /v1/customers?email=…&amp;limit=…&amp;starting_after=…</c>: newest first, without deleted ones.</summary>
    [Get(FlexRoutes.Customers)]
    Task<FlexCustomerPage?> ListAsync(
        [AliasAs("email")] string? email, [AliasAs("limit")] int limit, [AliasAs("starting_after")] string? startingAfter, CancellationToken cancellationToken);
}

/// <summary>The paths of <see cref="IFlexApi"/>; also the URL templates of telemetry.</summary>
internal static class FlexRoutes
{
    internal const string Customers = "/v1/customers";
    internal const string CustomerById = "/v1/customers/{id}";
}
