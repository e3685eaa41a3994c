using BillingClients.Providers;

namespace BillingClients.Core.Tests.Checks;

/// <summary>At a provider without external ids, they are kept in metadata.</summary>
public sealed class ExternalIdInMetadataTests
{
    private static readonly CustomerMetadata Gold = [new("tier", "gold")];

    [Fact]
    public void It_is_one_entry_among_the_others()
    {
        IReadOnlyDictionary<string, string> added = ExternalIdInMetadata.Add(Gold, "crm-1815")!;

        added.ShouldBe(new Dictionary<string, string> { ["tier"] = "gold", ["external_id"] = "crm-1815" }, ignoreOrder: true);
        ExternalIdInMetadata.Of(added).ShouldBe("crm-1815");
        ExternalIdInMetadata.Add(metadata: null, "crm-1815")!.Count.ShouldBe(1);
        ExternalIdInMetadata.Add(Gold, externalId: null).ShouldBeSameAs(Gold);
    }

    [Fact]
    public void Without_the_entry_or_with_an_empty_one_there_is_none()
    {
        ExternalIdInMetadata.Of(metadata: null).ShouldBeNull();
        ExternalIdInMetadata.Of(Gold).ShouldBeNull();
        ExternalIdInMetadata.Of(new Dictionary<string, string> { ["external_id"] = "" }).ShouldBeNull();
    }

    [Fact]
    public void An_update_that_sets_only_one_of_the_two_needs_what_is_stored()
    {
        Dictionary<string, string> both = new(Gold) { ["external_id"] = "crm-1815" };

        ExternalIdInMetadata.NeedsStored(new CustomerUpdate { ExternalId = "crm-1815" }).ShouldBeTrue();
        ExternalIdInMetadata.NeedsStored(new CustomerUpdate { Metadata = Gold }).ShouldBeTrue();
        ExternalIdInMetadata.NeedsStored(new CustomerUpdate { Metadata = null }).ShouldBeTrue();
        ExternalIdInMetadata.NeedsStored(new CustomerUpdate { Metadata = both }).ShouldBeFalse();
        ExternalIdInMetadata.NeedsStored(new CustomerUpdate { ExternalId = "crm-1815", Metadata = Gold }).ShouldBeFalse();
        ExternalIdInMetadata.NeedsStored(new CustomerUpdate()).ShouldBeFalse();
    }

    [Theory]
    [InlineData("crm-1815", false)]
    [InlineData("crm-1906", true)]
    public void The_entry_must_not_contradict_the_external_id(string entry, bool isRefused)
    {
        Dictionary<string, string> metadata = new() { ["external_id"] = entry };

        Refuses(check => ExternalIdInMetadata.Check(check, new CustomerCreate { ExternalId = "crm-1815", Metadata = metadata })).ShouldBe(isRefused);
        Refuses(check => ExternalIdInMetadata.Check(check, new CustomerUpdate { ExternalId = "crm-1815", Metadata = metadata })).ShouldBe(isRefused);
        Refuses(check => ExternalIdInMetadata.Check(check, new CustomerCreate { Metadata = metadata })).ShouldBeFalse();
        Refuses(check => ExternalIdInMetadata.Check(check, new CustomerUpdate { Metadata = metadata })).ShouldBeFalse();
        Refuses(check => ExternalIdInMetadata.Check(check, new CustomerCreate { ExternalId = "crm-1815" })).ShouldBeFalse();
    }

    private static bool Refuses(Action<FieldCheck> run)
    {
        FieldCheck check = new(new ProviderDescriptor("own", "Own", new CustomerCapabilities()), CustomerOperation.Create);
        run(check);
        return check.Errors is [{ Field: "Metadata[external_id]" }];
    }
}
