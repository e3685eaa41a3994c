using BillingClients.Providers;

namespace BillingClients.Core.Tests.Fields;

/// <summary>A length is counted in the unit that the provider counts in, and the refusal says how much there is.</summary>
public sealed class FieldCheckTests
{
    private static readonly FieldCheck Check = new(new ProviderDescriptor("ledgerly", "Ledgerly", new CustomerCapabilities()), CustomerOperation.Create);

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

    private static string? Refusal(Action<FieldCheck> check)
    {
        try
        {
            check(Check);
            return null;
        }
        catch (BillingValidationException refusal)
        {
            refusal.Errors.ShouldHaveSingleItem().Field.ShouldBe("Name");
            return refusal.Message;
        }
    }
}
