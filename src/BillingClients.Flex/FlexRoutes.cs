namespace BillingClients;

/// <summary>The paths of <see cref="IFlexApi"/>; also the URL templates of telemetry.</summary>
internal static class FlexRoutes
{
    internal const string Customers = "/v1/customers";
    internal const string CustomerById = "/v1/customers/{id}";
}
