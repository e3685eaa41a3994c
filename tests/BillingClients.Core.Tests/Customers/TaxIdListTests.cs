namespace BillingClients.Core.Tests.Customers;

/// <summary>A list of tax numbers is a value: it cannot change, and two with the same items are equal.</summary>
public sealed class TaxIdListTests
{
    private static readonly TaxId German = new("eu_vat", "DE1");
    private static readonly TaxId British = new("gb_vat", "GB2");

    [Fact]
    public void A_collection_expression_makes_it()
    {
        TaxIdList one = [German];
        TaxIdList both = [.. one, British];

        both.Count.ShouldBe(2);
        both[1].ShouldBe(British);
        both.ShouldBe([German, British]);
        Should.Throw<IndexOutOfRangeException>(() => both[2]);
    }

    [Fact]
    public void What_is_given_is_copied()
    {
        TaxId[] mine = [German];
        TaxIdList converted = mine;
        TaxIdList constructed = new(mine);
        List<TaxId> list = [.. mine];
        TaxIdList fromList = list;
        mine[0] = British;
        list.Clear();

        converted.ShouldBe([German]);
        constructed.ShouldBe([German]);
        fromList.ShouldBe([German]);
    }

    [Fact]
    public void A_null_array_converts_to_null()
    {
        TaxId[]? none = null;
        TaxIdList? list = none;

        list.ShouldBeNull();
        Should.Throw<ArgumentNullException>(() => new TaxIdList(none!));
    }

    [Fact]
    public void The_same_items_in_the_same_order_are_equal()
    {
        TaxIdList list = [German, British];
        TaxIdList same = [new("eu_vat", "DE1"), new("gb_vat", "GB2")];

        same.Equals((object)list).ShouldBeTrue();
        same.GetHashCode().ShouldBe(list.GetHashCode());
        ((TaxIdList[])[[British, German], [German]]).ShouldAllBe(other => !other.Equals(list) && !list.Equals(other));
        list.Equals(null).ShouldBeFalse();
    }

    [Fact]
    public void It_prints_no_numbers() => new TaxIdList([German, British]).ToString().ShouldBe("TaxIdList (2)");
}
