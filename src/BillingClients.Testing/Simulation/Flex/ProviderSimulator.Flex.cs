namespace BillingClients.Testing;

public sealed partial class ProviderSimulator
{
    /// <summary>Flex, under <c>/flex</c>.</summary>
    public FlexSimulation Flex => Provider<FlexSimulation>();
}
