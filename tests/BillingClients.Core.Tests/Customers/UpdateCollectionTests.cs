namespace BillingClients.Core.Tests.Customers;

/// <summary>The collections of an update convert from common collection types, and distinguish unset, null and a value.</summary>
public sealed class UpdateCollectionTests
{
    private static readonly TaxId German = new("eu_vat", "DE1");

    private static readonly Customer Ada = new() { Provider = "flexprice", Id = "cust_1", Metadata = [new("tier", "gold")], TaxIds = [German] };

    [Fact]
    public void They_take_those_of_a_customer()
    {
        CustomerUpdate update = new() { Metadata = Ada.Metadata, TaxIds = Ada.TaxIds };

        update.Metadata.Value.ShouldBeSameAs(Ada.Metadata);
        update.TaxIds.Value.ShouldBeSameAs(Ada.TaxIds);
        (new CustomerUpdate() with { Metadata = Ada.Metadata }).ShouldBe(update with { TaxIds = default });
    }

    [Fact]
    public void They_take_collection_expressions_dictionaries_and_arrays()
    {
        TaxId[] array = [German];
        CustomerUpdate[] same =
        [
            new() { Metadata = Ada.Metadata, TaxIds = Ada.TaxIds },
            new() { Metadata = [new("tier", "gold")], TaxIds = [German] },
            new() { Metadata = [.. Ada.Metadata], TaxIds = [.. Ada.TaxIds] },
            new() { Metadata = new Dictionary<string, string> { ["tier"] = "gold" }, TaxIds = array },
            new() { Metadata = Optional.IfNotNull(Ada.Metadata), TaxIds = Optional.IfNotNull(Ada.TaxIds) },
            new() { Metadata = OptionalMetadata.Of([new("tier", "gold")]), TaxIds = OptionalTaxIds.Of([German]) },
        ];

        same.ShouldAllBe(update => update == same[0]);
        same.Select(static update => update.Metadata.GetHashCode()).Distinct().ShouldHaveSingleItem();
        same.Select(static update => update.TaxIds.GetHashCode()).Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public void Unset_null_and_empty_are_three_things()
    {
        CustomerUpdate unset = new() { Metadata = OptionalMetadata.Unset, TaxIds = OptionalTaxIds.Unset };
        CustomerUpdate cleared = new() { Metadata = null, TaxIds = null };
        CustomerUpdate emptied = new() { Metadata = [], TaxIds = [] };

        unset.ShouldBe(new CustomerUpdate());
        cleared.ShouldBe(new CustomerUpdate { Metadata = OptionalMetadata.Null, TaxIds = OptionalTaxIds.Null });
        (unset.Metadata != cleared.Metadata && unset.TaxIds != cleared.TaxIds).ShouldBeTrue();
        (emptied.Metadata != cleared.Metadata && emptied.TaxIds != cleared.TaxIds).ShouldBeTrue();
        (unset.Metadata.IsSet, unset.TaxIds.IsSet).ShouldBe((false, false));
        (cleared.Metadata.IsNull, cleared.TaxIds.IsNull).ShouldBe((true, true));
        (emptied.Metadata.IsNull, emptied.TaxIds.IsNull).ShouldBe((false, false));
        $"{unset.Metadata} {cleared.TaxIds} {emptied.Metadata}".ShouldBe("unset null set");
    }

    [Fact]
    public void What_is_unset_has_no_value()
    {
        Should.Throw<InvalidOperationException>(() => new CustomerUpdate().Metadata.Value);
        Should.Throw<InvalidOperationException>(() => new CustomerUpdate().TaxIds.Value);
        new CustomerUpdate().Metadata.ValueOr(Ada.Metadata).ShouldBeSameAs(Ada.Metadata);
        new CustomerUpdate().TaxIds.ValueOr(Ada.TaxIds).ShouldBeSameAs(Ada.TaxIds);
    }

    [Fact]
    public void Enumerating_what_is_unset_or_null_gives_nothing()
    {
        foreach (OptionalMetadata none in (OptionalMetadata[])[OptionalMetadata.Unset, OptionalMetadata.Null])
        {
            none.GetEnumerator().MoveNext().ShouldBeFalse();
        }

        foreach (OptionalTaxIds none in (OptionalTaxIds[])[OptionalTaxIds.Unset, OptionalTaxIds.Null])
        {
            none.GetEnumerator().MoveNext().ShouldBeFalse();
        }
    }
}
