namespace BillingClients.Security.Tests.Sweep;

/// <summary>The sweep looks for what it planted, so it has to plant something everywhere.</summary>
public sealed class CanariesTests
{
    /// <summary>Add it to <see cref="Canaries.Customer"/>, or to <see cref="Canaries.Update"/> when a create cannot have it.</summary>
    [Fact]
    public void Every_provider_has_canaries_in_its_own_fields() =>
        DiscoveredProvider.Assemblies.SelectMany(static assembly => assembly.GetExportedTypes())
            .Where(static type => type.IsSubclassOf(typeof(ProviderFields)) && type.Name.EndsWith("CustomerFields", StringComparison.Ordinal))
            .ShouldBeSubsetOf(Canaries.New("atlas").Update.ProviderFields.Select(static fields => fields.GetType()));
}
