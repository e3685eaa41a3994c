using Refit;

namespace BillingClients.Core.Tests.Providers;

/// <summary>The endpoints of a provider that lives in someone else's repository.</summary>
internal interface IOwnApi
{
    [Post("/customers")]
    Task<OwnCustomer?> CreateAsync([Body] OwnCustomer customer, CancellationToken cancellationToken);

    [Delete("/customers/{id}")]
    Task<OwnCustomer?> DeleteAsync(string id, CancellationToken cancellationToken);

    [Post("/v2/customers")]
    Task<OwnCustomer?> ReplaceAsync([Body] OwnCustomer customer, CancellationToken cancellationToken);

    [Get("/customers/{id}")]
    Task<OwnCustomer?> GetAsync(string id, CancellationToken cancellationToken);
}
