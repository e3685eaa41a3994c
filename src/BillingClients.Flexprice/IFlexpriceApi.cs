using BillingClients.Wire;
using Refit;

namespace BillingClients;

/// <summary>Flexprice's endpoints. Source: its server source, <c>internal/api/router.go</c>, and <c>docs/swagger/swagger-3-0.json</c>.</summary>
internal interface IFlexpriceApi
{
    /// <summary><c>POST /customers</c>: 201.</summary>
    [Post(FlexpriceRoutes.Customers)]
    Task<FlexpriceCustomer?> CreateAsync([Body] FlexpriceCreateRequest request, CancellationToken cancellationToken);

    /// <summary><c>GET /customers/{id}</c>: archived customers too.</summary>
    [Get(FlexpriceRoutes.CustomerById)]
    Task<FlexpriceCustomer?> GetAsync(string id, CancellationToken cancellationToken);

    /// <summary><c>GET /customers/external/{externalId}</c>: published customers only. An external id with a slash does not reach it.</summary>
    [Get(FlexpriceRoutes.CustomerByExternalId)]
    Task<FlexpriceCustomer?> GetByExternalIdAsync(string externalId, CancellationToken cancellationToken);

    /// <summary><c>PUT /customers?id=…</c> or <c>?external_customer_id=…</c>: partial, although it is a PUT.</summary>
    [Put(FlexpriceRoutes.Customers)]
    Task<FlexpriceCustomer?> UpdateAsync(
        [AliasAs("id")] string? id,
        [AliasAs("external_customer_id")] string? externalId,
        [Body] FlexpriceUpdateRequest request,
        CancellationToken cancellationToken);

    /// <summary><c>DELETE /customers/{id}</c>: archives; 204 without a body.</summary>
    [Delete(FlexpriceRoutes.CustomerById)]
    Task DeleteAsync(string id, CancellationToken cancellationToken);

    /// <summary><c>POST /customers/search</c>: newest first.</summary>
    [Post(FlexpriceRoutes.CustomerSearch)]
    Task<FlexpriceSearchPage?> SearchAsync([Body] FlexpriceSearchRequest request, CancellationToken cancellationToken);
}

/// <summary>The paths of <see cref="IFlexpriceApi"/>; also the URL templates of telemetry.</summary>
internal static class FlexpriceRoutes
{
    internal const string Customers = "/customers";
    internal const string CustomerById = "/customers/{id}";
    internal const string CustomerByExternalId = "/customers/external/{externalId}";
    internal const string CustomerSearch = "/customers/search";

    /// <summary>
    /// Whether a key stays one segment of a path. Flexprice's router decodes the path before it looks for the route, so an escaped slash begins another
    /// segment: <c>x%2Fentitlements</c> reads the entitlements of x. Source: its router, gin, with the settings of <c>internal/api/router.go</c>.
    /// </summary>
    internal static bool CanHold(string key) => !key.Contains('/', StringComparison.Ordinal);

    /// <summary>Whether an id is a path of its own, which wins over <see cref="CustomerById"/>.</summary>
    internal static bool IsTaken(string id) => id is "usage" or "wallets";
}
