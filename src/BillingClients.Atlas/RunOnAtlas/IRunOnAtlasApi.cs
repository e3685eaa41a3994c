using BillingClients.Wire;
using Refit;

namespace BillingClients;

/// <summary>RunOnAtlas's endpoints; their statuses of success are not documented. Source: docs.runonatlas.com, <c>api-reference/customers</c>.</summary>
internal interface IRunOnAtlasApi
{
    /// <summary><c>POST /external/customers</c>: also subscribes to the default plan if eligible; answers with the expanded customer.</summary>
    [Post(RunOnAtlasRoutes.Customers)]
    Task<RunOnAtlasCustomer?> CreateAsync([Body] RunOnAtlasCreateRequest request, CancellationToken cancellationToken);

    /// <summary><c>GET /external/customers/{id}</c>: the plain customer.</summary>
    [Get(RunOnAtlasRoutes.CustomerById)]
    Task<RunOnAtlasCustomer?> GetAsync(string id, CancellationToken cancellationToken);

    /// <summary><c>GET /external/customers/external-id/{externalId}/expanded</c>: the expanded customer.</summary>
    [Get(RunOnAtlasRoutes.CustomerByExternalId)]
    Task<RunOnAtlasCustomer?> GetByExternalIdAsync(string externalId, CancellationToken cancellationToken);

    /// <summary><c>POST /external/customers/upsert</c>: by external id; creates what is not there, unsubscribed; answers with the plain customer.</summary>
    [Post(RunOnAtlasRoutes.CustomerUpsert)]
    Task<RunOnAtlasCustomer?> UpsertAsync([Body] RunOnAtlasUpsertRequest request, CancellationToken cancellationToken);

    /// <summary><c>GET /external/customers</c>: plain customers, by id ascending unless asked otherwise.</summary>
    [Get(RunOnAtlasRoutes.Customers)]
    Task<RunOnAtlasCustomersPage?> ListAsync(
        [AliasAs("externalId")] string? externalId,
        [AliasAs("id")] string? id,
        [AliasAs("quickBooksId")] string? quickBooksId,
        [AliasAs("stripeId")] string? stripeId,
        [AliasAs("email")] string? email,
        [AliasAs("name")] string? name,
        [AliasAs("page")] long page,
        [AliasAs("pageSize")] int? pageSize,
        [AliasAs("order")] string? order,
        [AliasAs("orderBy")] string? orderBy,
        CancellationToken cancellationToken);
}

/// <summary>The paths of <see cref="IRunOnAtlasApi"/>; also the URL templates of telemetry.</summary>
internal static class RunOnAtlasRoutes
{
    internal const string Customers = "/external/customers";
    internal const string CustomerById = "/external/customers/{id}";
    internal const string CustomerByExternalId = "/external/customers/external-id/{externalId}/expanded";
    internal const string CustomerUpsert = "/external/customers/upsert";
}
