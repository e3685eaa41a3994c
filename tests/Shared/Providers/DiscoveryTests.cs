namespace BillingClients.Tests;

/// <summary>Compiled into every suite that tests all providers.</summary>
public sealed class DiscoveryTests
{
    /// <summary>Let the project import Providers.props. If a provider was removed from <c>src</c>, delete the folders <c>bin</c>.</summary>
    [Fact]
    public void This_suite_finds_every_provider_of_src() =>
        DiscoveredProvider.All.Select(static provider => provider.TypePrefix).ShouldBe(
            ProviderSources.Folders.Keys,
            ignoreOrder: true,
            "Found: the types that derive from ProviderCustomerClient. Of src: the folders with an I<Provider>Api.cs.");
}
