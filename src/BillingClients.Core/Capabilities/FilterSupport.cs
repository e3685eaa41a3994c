namespace BillingClients;

/// <summary>By what a provider can filter a list of customers.</summary>
/// <param name="Email"><see cref="CustomerListRequest.Email"/>.</param>
/// <param name="ExternalId"><see cref="CustomerListRequest.ExternalId"/>.</param>
/// <param name="CreatedFrom"><see cref="CustomerListRequest.CreatedFrom"/>.</param>
/// <param name="CreatedTo"><see cref="CustomerListRequest.CreatedTo"/>.</param>
public readonly record struct FilterSupport(Support Email, Support ExternalId, Support CreatedFrom, Support CreatedTo);
