namespace BillingClients.Core.Tests.Customers;

/// <summary>Metadata is a value: it cannot change, and two with the same entries are equal.</summary>
public sealed class CustomerMetadataTests
{
    private static readonly CustomerMetadata Gold = [new("tier", "gold"), new("seats", "5")];

    [Fact]
    public void A_collection_expression_makes_it_and_the_last_entry_of_a_key_counts()
    {
        CustomerMetadata silver = [.. Gold, new("tier", "silver")];

        silver.ShouldBe(new Dictionary<string, string> { ["tier"] = "silver", ["seats"] = "5" }, ignoreOrder: true);
        silver["tier"].ShouldBe("silver");
        silver.ContainsKey("seats").ShouldBeTrue();
        silver.TryGetValue("plan", out _).ShouldBeFalse();
        silver.Keys.ShouldBe(["tier", "seats"], ignoreOrder: true);
        silver.Values.ShouldBe(["silver", "5"], ignoreOrder: true);
        Should.Throw<KeyNotFoundException>(() => silver["plan"]);
    }

    [Fact]
    public void A_dictionary_is_copied()
    {
        Dictionary<string, string> mine = new() { ["tier"] = "gold" };
        CustomerMetadata converted = mine;
        CustomerMetadata constructed = new(mine);
        mine["tier"] = "silver";

        converted["tier"].ShouldBe("gold");
        constructed["tier"].ShouldBe("gold");
    }

    [Fact]
    public void Keys_are_compared_ordinally_whatever_the_dictionary_did()
    {
        CustomerMetadata metadata = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["Tier"] = "gold" };

        metadata.ContainsKey("tier").ShouldBeFalse();
    }

    [Fact]
    public void A_null_dictionary_converts_to_null()
    {
        Dictionary<string, string>? none = null;
        CustomerMetadata? metadata = none;

        metadata.ShouldBeNull();
        Should.Throw<ArgumentNullException>(() => new CustomerMetadata(none!));
    }

    [Fact]
    public void The_same_entries_are_equal_in_any_order()
    {
        CustomerMetadata same = [new("seats", "5"), new("tier", "gold")];

        same.Equals(Gold).ShouldBeTrue();
        same.Equals((object)Gold).ShouldBeTrue();
        same.GetHashCode().ShouldBe(Gold.GetHashCode());
    }

    [Fact]
    public void Other_entries_are_not_equal()
    {
        CustomerMetadata[] others = [[new("tier", "gold")], [new("tier", "gold"), new("seats", "6")], [new("tier", "gold"), new("desks", "5")]];

        others.ShouldAllBe(static other => !other.Equals(Gold) && !Gold.Equals(other));
        Gold.Equals(null).ShouldBeFalse();
    }

    [Fact]
    public void It_prints_no_entries() => Gold.ToString().ShouldBe("CustomerMetadata (2)");

    [Fact]
    public void Two_customers_with_equal_collections_are_equal()
    {
        static Customer Ada() => new() { Provider = "flexprice", Id = "cust_1", Metadata = [new("tier", "gold")], TaxIds = [new("eu_vat", "DE1")] };

        Ada().ShouldBe(Ada());
        Ada().ShouldNotBe(Ada() with { Metadata = [] });
        Ada().ShouldNotBe(Ada() with { TaxIds = [] });
    }
}
