namespace BillingClients.Testing;

public sealed partial class ProviderSimulator
{
    /// <summary>Atlas (api.atlas.co), under <c>/atlas/functions/v1</c>.</summary>
    public AtlasSimulation Atlas => Provider<AtlasSimulation>();
}
