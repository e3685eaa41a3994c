namespace BillingClients.Testing;

public sealed partial class ProviderSimulator
{
    /// <summary>Flexprice, under <c>/flexprice/v1</c>.</summary>
    public FlexpriceSimulation Flexprice => Provider<FlexpriceSimulation>();
}
