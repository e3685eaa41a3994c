using System.Text.Json;
using BillingClients.Providers;

namespace BillingClients.Core.Tests.Providers;

/// <summary>What a mapping takes from an answer, and what it refuses.</summary>
public sealed class WireValueTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("this page")]
    public void A_next_page_that_leads_nowhere_is_refused(string? next) =>
        Should.Throw<WireFormatException>(() => WireFormatException.RequireNextPage(next, "this page", "next")).Field.ShouldBe("next");

    [Fact]
    public void A_token_that_the_next_request_would_refuse_is_refused() =>
        Should.Throw<WireFormatException>(() => WireFormatException.RequireNextPage(new string('x', 5000), null, "next"));

    [Fact]
    public void A_token_that_leads_on_is_taken() => WireFormatException.RequireNextPage("next page", "this page", "next").ShouldBe("next page");

    [Fact]
    public void A_page_that_names_an_earlier_one_repeats_and_the_message_says_what_to_do()
    {
        string message = WireFormatException.Repeats("page").Message;

        message.ShouldContain("repeats itself");
        message.ShouldContain("List again, with another page size");
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData(-1L, false)]
    [InlineData(0L, true)]
    [InlineData(long.MaxValue, true)]
    public void A_count_is_there_and_not_negative(long? count, bool isOne)
    {
        if (isOne)
        {
            WireFormatException.RequireCount(count, "total").ShouldBe(count!.Value);
        }
        else
        {
            Should.Throw<WireFormatException>(() => WireFormatException.RequireCount(count, "total")).Field.ShouldBe("total");
        }
    }

    [Fact]
    public void A_count_may_be_missing_where_it_only_informs()
    {
        WireFormatException.CountOrNull(null, "total").ShouldBeNull();
        Should.Throw<WireFormatException>(() => WireFormatException.CountOrNull(-1, "total"));
    }

    [Fact]
    public void The_token_of_the_next_page_is_always_one_that_is_accepted()
    {
        OffsetToken.Next(7, 3, "more").ShouldBe("10");
        Should.Throw<WireFormatException>(() => OffsetToken.Next(long.MaxValue, 1, "more")).Field.ShouldBe("more");
    }

    [Theory]
    [InlineData("""{"a":1,"b":null}""", new[] { "a", "b" })]
    [InlineData("{}", new string[0])]
    [InlineData("[]", new string[0])]
    [InlineData("null", new string[0])]
    public void Stored_metadata_is_a_map_or_nothing(string json, string[] keys) =>
        StoredMetadata.Entries(JsonElement.Parse(json), "metadata").Keys.ShouldBe(keys);

    [Theory]
    [InlineData("[1]")]
    [InlineData("\"gold\"")]
    [InlineData("5")]
    [InlineData("""{"\ud800":1}""")]
    public void Stored_metadata_that_is_something_else_is_refused_and_not_overwritten(string json) =>
        Should.Throw<WireFormatException>(() => StoredMetadata.Entries(JsonElement.Parse(json), "metadata")).Field.ShouldBe("metadata");

    [Fact]
    public void An_entry_of_metadata_that_is_null_is_left_out()
    {
        Utf8JsonReader reader = new("""{"a":null,"s":"null","n":1.50,"twice":"x","twice":null}"""u8);
        reader.Read();

        CustomerMetadata metadata = new CustomerMetadataConverter().Read(ref reader, typeof(CustomerMetadata), JsonSerializerOptions.Default)!;

        metadata.ShouldBe(new Dictionary<string, string> { ["s"] = "null", ["n"] = "1.50" });
    }
}
