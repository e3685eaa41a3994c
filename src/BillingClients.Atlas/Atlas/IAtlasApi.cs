using BillingClients.Wire;
using Refit;

namespace BillingClients;

/// <summary>Atlas's endpoints. Source: docs.atlaspay.cc, <c>api-reference/customers</c>, and its server source, <c>functions/customers/index.ts</c>.</summary>
internal interface IAtlasApi
{
    /// <summary><c>POST /customers</c>: 201 by the source, 200 by the documentation.</summary>
    [Post(AtlasRoutes.Customers)]
    Task<AtlasCustomer?> CreateAsync(
        [Body] AtlasCreateRequest request,
        [Header("Idempotency-Key")] string? idempotencyKey,
        CancellationToken cancellationToken);

    /// <summary><c>GET /customers/{id}</c>.</summary>
    [Get(AtlasRoutes.CustomerById)]
    Task<AtlasCustomer?> GetAsync(string id, CancellationToken cancellationToken);

    /// <summary><c>GET /customers/{id}</c>, of which only the metadata is read, to be sent back.</summary>
    [Get(AtlasRoutes.CustomerById)]
    Task<AtlasStoredMetadata?> GetMetadataAsync(string id, CancellationToken cancellationToken);

    /// <summary><c>PATCH /customers/{id}</c>: partial; addresses, tax ids and metadata are replaced as a whole.</summary>
    [Patch(AtlasRoutes.CustomerById)]
    Task<AtlasCustomer?> UpdateAsync(string id, [Body] AtlasUpdateRequest request, CancellationToken cancellationToken);

    /// <summary><c>DELETE /customers/{id}</c>: 200 with a body.</summary>
    [Delete(AtlasRoutes.CustomerById)]
    Task<AtlasDeletion?> DeleteAsync(string id, CancellationToken cancellationToken);

    /// <summary><c>GET /customers</c>: newest first.</summary>
    [Get(AtlasRoutes.Customers)]
    Task<AtlasCustomerPage?> ListAsync(int? limit, long? offset, string? email, CancellationToken cancellationToken);
}

/// <summary>The paths of <see cref="IAtlasApi"/>; also the URL templates of telemetry.</summary>
internal static class AtlasRoutes
{
    internal const string Customers = "/customers";
    internal const string CustomerById = "/customers/{id}";
}
