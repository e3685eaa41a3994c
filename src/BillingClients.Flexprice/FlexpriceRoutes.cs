namespace BillingClients;

/// <summary>The paths of <see cref="IFlexpriceApi"/>; also the URL templates of telemetry.</summary>
internal static class FlexpriceRoutes
{
    internal const string Customers = "/customers";
    internal const string CustomerById = "/customers/{id}";
    internal const string CustomerByExternalId = "/customers/external/{externalId}";
    internal const string CustomerSearch = "/customers/search";
}
