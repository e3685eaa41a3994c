using System.Text.Json;
using BillingClients.Providers;

namespace BillingClients.Core.Tests.Customers;

/// <summary>Unset, null and value are three things.</summary>
public sealed class OptionalTests
{
    [Fact]
    public void Unset_is_neither_null_nor_a_value()
    {
        Optional<string?> unset = default;

        unset.IsSet.ShouldBeFalse();
        unset.IsNull.ShouldBeFalse();
        unset.ValueOr("fallback").ShouldBe("fallback");
        unset.ToString().ShouldBe("unset");
        Should.Throw<InvalidOperationException>(() => unset.Value).Message.ShouldBe("This property is unset. Check IsSet before you read Value.");
    }

    [Fact]
    public void Unset_has_no_JSON_and_the_failure_says_which_attribute_is_missing()
    {
        using Utf8JsonWriter writer = new(Stream.Null);

        Should.Throw<InvalidOperationException>(() => new OptionalConverter<string?>().Write(writer, default, JsonSerializerOptions.Default))
            .Message.ShouldContain("JsonIgnoreCondition.WhenWritingDefault");
    }

    [Fact]
    public void Null_is_set()
    {
        Optional<string?> cleared = null;

        cleared.IsSet.ShouldBeTrue();
        cleared.IsNull.ShouldBeTrue();
        cleared.ValueOr("fallback").ShouldBeNull();
        cleared.ToString().ShouldBe("null");
    }

    [Fact]
    public void A_value_is_set_and_not_printed()
    {
        Optional<string?> given = "canary";

        given.Value.ShouldBe("canary");
        given.ValueOr(null).ShouldBe("canary");
        given.ToString().ShouldBe("set");
    }

    [Fact]
    public void The_three_are_told_apart()
    {
        Optional<string?> unset = default;
        Optional<string?> cleared = new(null);

        (unset == cleared).ShouldBeFalse();
        (cleared != new Optional<string?>("a")).ShouldBeTrue();
        new Optional<string?>("a").Equals((object)"a").ShouldBeFalse();
        new Optional<string?>("a").GetHashCode().ShouldBe(new Optional<string?>("a").GetHashCode());
    }

    [Fact]
    public void It_is_made_without_a_conversion_where_a_language_has_none()
    {
        Optional<string?>.Unset.ShouldBe(default);
        Optional<string?>.Null.IsNull.ShouldBeTrue();
        Optional<string?>.Of("Ada").ShouldBe("Ada");
        Optional.Of<bool?>(null).ShouldBe(Optional<bool?>.Null);
        Should.Throw<InvalidOperationException>(() => Optional<int>.Null).Message.ShouldBe("Int32 cannot be null.");
    }

    [Fact]
    public void A_value_that_may_be_null_can_be_set_without_clearing()
    {
        string? phone = null;
        bool? exempt = null;
        Address? address = null;
        Dictionary<string, string>? metadata = null;
        List<TaxId>? taxIds = null;

        new CustomerUpdate
        {
            Phone = Optional.IfNotNull(phone),
            TaxExempt = Optional.IfNotNull(exempt),
            BillingAddress = Optional.IfNotNull(address),
            Metadata = OptionalMetadata.IfNotNull(metadata),
            TaxIds = OptionalTaxIds.IfNotNull(taxIds),
        }.ShouldBe(new CustomerUpdate());

        Optional.IfNotNull("+44").ShouldBe("+44");
        Optional.IfNotNull((bool?)false).ShouldBe(false);
        OptionalMetadata.IfNotNull([new("tier", "gold")]).Value!["tier"].ShouldBe("gold");
        OptionalTaxIds.IfNotNull([new TaxId("eu_vat", "DE1")]).Value!.Count.ShouldBe(1);
    }
}
