using BillingClients.Testing;

namespace BillingClients.Conformance.Tests.Matrix;

/// <summary>The matrix would notice: a client that does other than it declares, a page that says other than is declared.</summary>
public sealed class MatrixOfMatrixTests
{
    [Theory]
    [InlineData("""{"customer":{"email":"a@b.c"}}""", "native")]
    [InlineData("""{"metadata":{"email":"a@b.c"}}""", "emulated")]
    [InlineData("""{"metadata":"{\"email\":\"a@b.c\"}"}""", "emulated")]
    [InlineData("""{"note":"write to a@b.c"}""", "emulated")]
    [InlineData("""{"email":"b@b.c"}""", null)]
    public void A_value_is_native_where_it_stands_alone(string body, string? expected) =>
        JsonLeaves.Of(body).Hold(["a@b.c"], CustomerField.Email).ShouldBe(expected);

    [Fact]
    public void Metadata_is_native_in_metadata() =>
        JsonLeaves.Of("""{"customer":{"metadata":"{\"tier\":\"gold\"}"}}""").Hold(["gold"], CustomerField.Metadata).ShouldBe("native");

    [Fact]
    public void What_is_null_or_empty_is_found_with_its_path() =>
        JsonLeaves.Of("""{"a":null,"b":{"c":"","d":[],"e":"{}"},"f":1}""").Empty.ShouldBe(["a", "b.c", "b.d", "b.e"]);

    [Theory]
    [InlineData("native", "native", true)]
    [InlineData("native", "emulated", false)]
    [InlineData("native", "sent", false)]
    [InlineData("unsupported", "sent", false)]
    [InlineData("unknown", "sent", true)]
    [InlineData("unknown", "native", true)]
    [InlineData("unknown", "unsupported", false)]
    [InlineData("unknown", "dropped without a word", false)]
    public void Of_the_unknown_it_is_only_declared_that_it_is_sent(string declared, string observed, bool agree) =>
        Words.Agree(declared, observed).ShouldBe(agree);

    [Fact]
    public void A_stale_cell_is_named() =>
        MatrixPage.Difference("| list | ● | ● | ● | ● | ● |\n", "| list | ● | ● | ◐ | ● | ● |\n").ShouldBe("'list' of Flexprice: it shows '●' and not '◐'");

    [Fact]
    public void A_row_that_is_missing_is_shown() =>
        MatrixPage.Difference("| list | ● |\n", "| get | ● |\n| list | ● |\n").ShouldBe("it shows  | list | ● |\nand not   | get | ● |");

    [Fact]
    public void A_page_without_the_marks_is_told_so() =>
        Should.Throw<InvalidOperationException>(() => MatrixPage.TablesIn("# Prose")).Message.ShouldContain("lacks the line");

    [Fact]
    public void An_untouched_page_has_no_difference() => MatrixPage.Difference("| list | ● |\n", "| list | ● |\n").ShouldBeNull();

    [Fact]
    public void Only_what_stands_between_the_marks_is_replaced()
    {
        const string Page = "# Prose\n<!-- begin of the generated tables -->\nold\n<!-- end of the generated tables -->\nmore prose\n";

        MatrixPage.With(Page, "new\n").ShouldBe(Page.Replace("old", "new", StringComparison.Ordinal));
        MatrixPage.TablesIn(Page).ShouldBe("old\n");
    }

    [Fact]
    public async Task What_is_sent_and_not_stored_counts_as_dropped()
    {
        await using Probe probe = await Probe.StartAsync(MatrixProvider.Called("Flexprice"));
        probe.Provider.Answer(_ => SimulatedAnswer.Json(200, probe.Provider.Customers[^1].Json), Requests.Put("/customers"));

        (await FieldProbe.UpdateAsync(probe, CustomerField.Email)).ShouldBe(Words.Dropped);
    }
}
