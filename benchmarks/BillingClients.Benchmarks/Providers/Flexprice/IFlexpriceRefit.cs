using Refit;

namespace BillingClients.Benchmarks.Providers;

/// <summary>Flexprice's endpoints as a user of Refit alone declares them.</summary>
internal interface IFlexpriceRefit
{
    [Post("/customers")]
    Task<FlexpriceWire.StoredCustomer> CreateAsync([Body] FlexpriceWire.NewCustomer customer);

    [Get("/customers/{id}")]
    Task<FlexpriceWire.StoredCustomer> GetAsync(string id);

    [Put("/customers")]
    Task<FlexpriceWire.StoredCustomer> UpdateAsync(string id, [Body] FlexpriceWire.NewCustomer customer);

    [Post("/customers/search")]
    Task<FlexpriceWire.Page> SearchAsync([Body] FlexpriceWire.Search search);
}
