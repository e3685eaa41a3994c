using BillingClients.Wire;
using Refit;

namespace BillingClients;

/// <summary>
/// Flowglad's endpoints. Source: its server source, <c>customersRouter.ts</c> and <c>openapi.json</c>. The path's parameter is always the external id, and
/// every success is a 200; each operation has an envelope of its own.
/// </summary>
internal interface IFlowgladApi
{
    /// <summary><c>POST /api/v1/customers</c>: <c>{data:{customer,subscription,subscriptionItems}}</c>.</summary>
    [Post(FlowgladRoutes.Customers)]
    Task<FlowgladCreateResponse?> CreateAsync([Body] FlowgladCreateRequest request, CancellationToken cancellationToken);

    /// <summary><c>GET /api/v1/customers/{externalId}</c>: <c>{customer}</c>; not archived ones.</summary>
    [Get(FlowgladRoutes.CustomerByExternalId)]
    Task<FlowgladCustomerResponse?> GetAsync(string externalId, CancellationToken cancellationToken);

    /// <summary><c>PUT /api/v1/customers/{externalId}</c>: <c>{customer}</c>; partial, although it is a PUT.</summary>
    [Put(FlowgladRoutes.CustomerByExternalId)]
    Task<FlowgladCustomerResponse?> UpdateAsync(string externalId, [Body] FlowgladUpdateRequest request, CancellationToken cancellationToken);

    /// <summary><c>POST /api/v1/customers/{externalId}/archive</c>: <c>{customer}</c>. Without a body it is a 400.</summary>
    [Post(FlowgladRoutes.CustomerArchive)]
    Task<FlowgladCustomerResponse?> ArchiveAsync(string externalId, [Body] FlowgladArchiveRequest request, CancellationToken cancellationToken);

    /// <summary><c>GET /api/v1/customers</c>: <c>{data:[customer],hasMore,nextCursor,total}</c>; oldest first, archived ones too.</summary>
    [Get(FlowgladRoutes.Customers)]
    Task<FlowgladListResponse?> ListAsync([AliasAs("cursor")] string? cursor, [AliasAs("limit")] int? limit, CancellationToken cancellationToken);
}

/// <summary>The paths of <see cref="IFlowgladApi"/>; also the URL templates of telemetry.</summary>
internal static class FlowgladRoutes
{
    internal const string Customers = "/api/v1/customers";
    internal const string CustomerByExternalId = "/api/v1/customers/{externalId}";
    internal const string CustomerArchive = "/api/v1/customers/{externalId}/archive";
}
