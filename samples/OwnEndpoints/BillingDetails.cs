namespace OwnEndpoints;

/// <summary>A customer's billing at Flowglad: what this application needs of it.</summary>
public sealed record BillingDetails(Uri? BillingPortalUrl);
