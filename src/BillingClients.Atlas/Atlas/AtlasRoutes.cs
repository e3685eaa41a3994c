namespace BillingClients;

/// <summary>The paths of <see cref="IAtlasApi"/>; also the URL templates of telemetry.</summary>
internal static class AtlasRoutes
{
    internal const string Customers = "/customers";
    internal const string CustomerById = "/customers/{id}";
}
