using Refit;

namespace BillingClients;

/// <summary>Ledgerly's endpoints.</summary>
internal interface ILedgerlyApi
{
    /// <summary><c>POST /customers</c>: 201.</summary>
    [Post(LedgerlyRoutes.Customers)]
    Task<LedgerlyCustomer?> CreateAsync([Body] LedgerlyCustomer request, CancellationToken cancellationToken);

    /// <summary><c>GET /customers/{id}</c>.</summary>
    [Get(LedgerlyRoutes.CustomerById)]
    Task<LedgerlyCustomer?> GetAsync(string id, CancellationToken cancellationToken);

    /// <summary><c>GET /customers/by-ref?ref=…</c>.</summary>
    [Get(LedgerlyRoutes.CustomerByRef)]
    Task<LedgerlyCustomer?> GetByRefAsync([AliasAs("ref")] string externalId, CancellationToken cancellationToken);

    /// <summary><c>PATCH /customers/{id}</c>: partial; labels are replaced as a whole.</summary>
    [Patch(LedgerlyRoutes.CustomerById)]
    Task<LedgerlyCustomer?> UpdateAsync(string id, [Body] LedgerlyCustomer request, CancellationToken cancellationToken);

    /// <summary><c>DELETE /customers/{id}</c>: 204 without a body.</summary>
    [Delete(LedgerlyRoutes.CustomerById)]
    Task DeleteAsync(string id, CancellationToken cancellationToken);

    /// <summary><c>GET /customers?email=…&amp;limit=…&amp;after=…</c>: oldest first.</summary>
    [Get(LedgerlyRoutes.Customers)]
    Task<LedgerlyPage?> ListAsync(string? email, int? limit, string? after, CancellationToken cancellationToken);
}

/// <summary>The paths; also the URL templates of telemetry.</summary>
internal static class LedgerlyRoutes
{
    internal const string Customers = "/customers";
    internal const string CustomerById = "/customers/{id}";
    internal const string CustomerByRef = "/customers/by-ref";
}
