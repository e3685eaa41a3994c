namespace BillingClients.Testing;

public sealed partial class ProviderSimulator
{
    /// <summary>RunOnAtlas, under <c>/runonatlas</c>.</summary>
    public RunOnAtlasSimulation RunOnAtlas => Provider<RunOnAtlasSimulation>();
}
