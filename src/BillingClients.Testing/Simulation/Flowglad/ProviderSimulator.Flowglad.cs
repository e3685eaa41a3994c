namespace BillingClients.Testing;

public sealed partial class ProviderSimulator
{
    /// <summary>Flowglad, under <c>/flowglad</c>.</summary>
    public FlowgladSimulation Flowglad => Provider<FlowgladSimulation>();
}
