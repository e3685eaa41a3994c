namespace BillingClients;

/// <summary>The paths of <see cref="IFlowgladApi"/>; also the URL templates of telemetry.</summary>
internal static class FlowgladRoutes
{
    internal const string Customers = "/api/v1/customers";
    internal const string CustomerByExternalId = "/api/v1/customers/{externalId}";
    internal const string CustomerArchive = "/api/v1/customers/{externalId}/archive";
}
