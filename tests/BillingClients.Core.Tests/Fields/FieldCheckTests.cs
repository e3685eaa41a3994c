using BillingClients.Providers;

namespace BillingClients.Core.Tests.Fields;

/// <summary>
/// A length is counted in the provider's unit, and the refusal says how long the text is. All refusals of a call become one exception.
/// </summary>
public sealed class FieldCheckTests
{
    private static readonly ProviderDescriptor Ledgerly = new("ledgerly", "Ledgerly", new CustomerCapabilities());

    [Theory]
    [InlineData("aaaa", true)]
    [InlineData("🦊🦊", true)]
    [InlineData("aaaaa", false)]
    [InlineData("🦊🦊a", false)]
    [InlineData(null, true)]
    public void Utf16_characters(string? text, bool fits) =>
        Refusal(check => check.AtMost(4, "Name", text)).ShouldBe(fits ? null : "Ledgerly: Name has 5 characters; at most 4 are allowed. Shorten it. Nothing was sent.");

    [Theory]
    [InlineData("aaaa", true)]
    [InlineData("🦊🦊🦊🦊", true)]
    [InlineData("aaaaa", false)]
    [InlineData("🦊🦊🦊🦊a", false)]
    [InlineData(null, true)]
    public void Code_points(string? text, bool fits) =>
        Refusal(check => check.AtMostCodePoints(4, "Name", text))
            .ShouldBe(fits ? null : "Ledgerly: Name has 5 characters; at most 4 are allowed. Shorten it. Nothing was sent.");

    [Theory]
    [InlineData("aaaa", true)]
    [InlineData("жж", true)]
    [InlineData("🦊", true)]
    [InlineData("aaaaa", false)]
    [InlineData("жжa", false)]
    [InlineData("🦊a", false)]
    [InlineData(null, true)]
    public void Bytes_of_utf8(string? text, bool fits) =>
        Refusal(check => check.AtMostUtf8Bytes(4, "Name", text)).ShouldBe(
            fits
                ? null
                : "Ledgerly: Name has 5 bytes in UTF-8; at most 4 are allowed. Letters outside ASCII take two to four bytes. Shorten it. Nothing was sent.");

    [Fact]
    public void Without_a_problem_nothing_is_thrown()
    {
        FieldCheck check = New();

        check.ThrowIfRefused();

        check.Errors.ShouldBeEmpty();
        check.IsRefused("Name").ShouldBeFalse();
    }

    [Fact]
    public void Several_problems_are_listed_in_one_message_in_the_order_in_which_they_were_found()
    {
        FieldCheck check = New();
        check.AtMost(4, "Name", "aaaaa");
        check.RefuseUnsupported(CustomerField.Phone, "cannot store", "Leave it out.");
        check.Refuse("Email", "is required by Ledgerly");

        BillingValidationException refusal = Should.Throw<BillingValidationException>(check.ThrowIfRefused);

        refusal.Message.ShouldBe(
            "Ledgerly: the request has 3 problems. Name has 5 characters; at most 4 are allowed. Shorten it. Phone is a field that Ledgerly cannot store. Leave it out."
            + " Email is required by Ledgerly. Nothing was sent.");
        refusal.Errors.ShouldBe(
        [
            new("Name", "has 5 characters; at most 4 are allowed. Shorten it"),
            new("Phone", "is a field that Ledgerly cannot store. Leave it out."),
            new("Email", "is required by Ledgerly"),
        ]);
        refusal.Errors.ShouldBe(check.Errors);
        refusal.Operation.ShouldBe(CustomerOperation.Create);
    }

    [Fact]
    public void Fields_that_the_provider_cannot_store_have_an_exception_of_their_own_if_nothing_else_is_wrong()
    {
        FieldCheck check = New();
        check.RefuseUnsupported(CustomerField.TaxIds, "cannot store", "Leave it out.");

        Should.Throw<UnsupportedFieldException>(check.ThrowIfRefused).Message.ShouldBe("Ledgerly cannot store TaxIds. Leave it out. Nothing was sent.");
        check.RefuseUnsupported(CustomerField.Phone, "cannot clear", "Leave it unset.");
        UnsupportedFieldException refusal = Should.Throw<UnsupportedFieldException>(check.ThrowIfRefused);

        refusal.Field.ShouldBe(CustomerField.TaxIds);
        refusal.Fields.ShouldBe([CustomerField.TaxIds, CustomerField.Phone]);
        refusal.Errors.Select(static error => error.Field).ShouldBe(["TaxIds", "Phone"]);
        refusal.Message.ShouldBe(
            "Ledgerly: the request has 2 problems. TaxIds is a field that Ledgerly cannot store. Leave it out. Phone is a field that Ledgerly cannot clear."
            + " Leave it unset. Nothing was sent.");
    }

    [Fact]
    public void A_property_is_refused_once_with_the_first_problem()
    {
        FieldCheck check = New();

        check.Email("Email", "");
        check.Texts("Tags", ["", null!, ""]);
        check.TaxIds("TaxIds", [null!, new TaxId("eu_vat", null!), new TaxId("", "1"), new TaxId("", "2")]);
        check.Address("BillingAddress", new Address { City = "", Country = "\0" });

        check.Errors.Select(static error => $"{error.Field} {error.Message[..11]}").ShouldBe(
        [
            "Email is empty. S", "Tags is empty. S", "TaxIds has an entr", "TaxIds.Type is empty. S", "BillingAddress.City is empty. S",
            "BillingAddress.Country contains th",
        ]);
        check.IsRefused("TaxIds").ShouldBeTrue();
        check.IsRefused("BillingAddress").ShouldBeFalse();
    }

    private static FieldCheck New() => new(Ledgerly, CustomerOperation.Create);

    private static string? Refusal(Action<FieldCheck> run)
    {
        FieldCheck check = New();
        run(check);
        return Record.Exception(check.ThrowIfRefused) is BillingValidationException refusal
            ? refusal.Errors.ShouldHaveSingleItem().Field == "Name" ? refusal.Message : "another property"
            : null;
    }
}
