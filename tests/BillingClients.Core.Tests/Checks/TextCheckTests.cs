using BillingClients.Providers;

namespace BillingClients.Core.Tests.Checks;

/// <summary>Which texts can be sent at all, whatever the provider.</summary>
public sealed class TextCheckTests
{
    [Theory]
    [InlineData("Ada")]
    [InlineData(" ")]
    [InlineData("🦊")]
    [InlineData("a🦊🦊b")]
    [InlineData("line\nbreak")]
    public void Text_is_anything_that_is_valid_Unicode(string text) => TextCheck.Check(text).ShouldBeNull();

    // Half of a surrogate pair cannot be the argument of an attribute.
    public static TheoryData<string, string> WrongTexts => new()
    {
        { "", "is empty" },
        { "a\0b", "U+0000" },
        { "\ud83e", "half of a surrogate pair" },
        { "a\ud83e", "half of a surrogate pair" },
        { "\ud83eb", "half of a surrogate pair" },
        { "\udd8aa", "half of a surrogate pair" },
        { "🦊\udd8a", "half of a surrogate pair" },
    };

    [Theory]
    [MemberData(nameof(WrongTexts), DisableDiscoveryEnumeration = true)]
    public void Text_is_not_empty_and_has_no_U_0000_and_no_half_of_a_surrogate_pair(string text, string problem) =>
        TextCheck.Check(text).ShouldNotBeNull().ShouldContain(problem);

    [Theory]
    [InlineData("crm-1815")]
    [InlineData("...")]
    [InlineData(" crm 1815")]
    [InlineData("crm/1815?a=1")]
    [InlineData("🦊")]
    public void A_key_is_any_text_that_can_be_part_of_a_path(string key) => TextCheck.CheckKey(key).ShouldBeNull();

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("  ", "is empty")]
    [InlineData(".", "'.' or '..'")]
    [InlineData("..", "'.' or '..'")]
    [InlineData("a\u001fb", "control character")]
    [InlineData("a\u007fb", "control character")]
    [InlineData("a\u009fb", "control character")]
    public void A_key_is_not_blank_and_has_no_meaning_in_a_path_and_no_control_characters(string key, string problem) =>
        TextCheck.CheckKey(key).ShouldNotBeNull().ShouldContain(problem);

    [Fact]
    public void A_key_is_valid_Unicode() => TextCheck.CheckKey("\ud83e").ShouldNotBeNull().ShouldContain("half of a surrogate pair");

    [Fact]
    public void A_key_has_at_most_1024_characters()
    {
        TextCheck.CheckKey(new string('x', 1024)).ShouldBeNull();
        TextCheck.CheckKey(new string('x', 1025)).ShouldNotBeNull().ShouldContain("longer than 1024 characters");
    }

    [Theory]
    [InlineData("a@b", true)]
    [InlineData("ada@example.com", true)]
    [InlineData("@b", false)]
    [InlineData("a@", false)]
    [InlineData("ab", false)]
    [InlineData("a b@c", false)]
    [InlineData("a@b c", false)]
    public void An_email_has_a_name_an_at_and_a_host(string email, bool isOne) => (TextCheck.CheckEmail(email) is null).ShouldBe(isOne);
}
