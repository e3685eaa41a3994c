namespace BillingClients;

/// <summary>The paths of <see cref="IRunOnAtlasApi"/>; also the URL templates of telemetry.</summary>
internal static class RunOnAtlasRoutes
{
    internal const string Customers = "/external/customers";
    internal const string CustomerById = "/external/customers/{id}";
    internal const string CustomerByExternalId = "/external/customers/external-id/{externalId}/expanded";
    internal const string CustomerUpsert = "/external/customers/upsert";
}
