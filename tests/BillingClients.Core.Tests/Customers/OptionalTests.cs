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
}
