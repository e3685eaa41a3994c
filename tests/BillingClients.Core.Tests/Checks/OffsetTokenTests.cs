using BillingClients.Providers;

namespace BillingClients.Core.Tests.Checks;

/// <summary>Page tokens of a provider that counts.</summary>
public sealed class OffsetTokenTests
{
    [Fact]
    public void The_next_page_begins_after_this_one()
    {
        OffsetToken.Next(100, 50, "total").ShouldBe("150");
        OffsetToken.Next(1, long.MaxValue - 1, "total").ShouldBe("9223372036854775807");
        Should.Throw<WireFormatException>(() => OffsetToken.Next(2, long.MaxValue - 1, "total")).Field.ShouldBe("total");
    }

    [Theory]
    [InlineData(null, 0, 0)]
    [InlineData(null, 1, 1)]
    [InlineData("0", 0, 0)]
    [InlineData("150", 0, 150)]
    [InlineData("1", 1, 1)]
    public void A_token_is_a_number_and_none_is_the_first(string? token, long first, long number)
    {
        Refused(token, first).ShouldBeEmpty();
        OffsetToken.Parse(token, first).ShouldBe(number);
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("-1", 0)]
    [InlineData(" 1", 0)]
    [InlineData("next", 0)]
    [InlineData("0", 1)]
    [InlineData("9223372036854775808", 0)]
    public void Anything_else_is_a_token_of_another_provider(string token, long first)
    {
        Refused(token, first).ShouldHaveSingleItem().ShouldBe(
            new FieldError("PageToken", "is not a page token of this provider. Use NextPageToken of the previous page, or null"));
        Should.Throw<FormatException>(() => OffsetToken.Parse(token, first));
    }

    private static IReadOnlyList<FieldError> Refused(string? token, long first)
    {
        FieldCheck check = new(new ProviderDescriptor("own", "Own", new CustomerCapabilities()), CustomerOperation.List);
        OffsetToken.Check(check, token, first);
        return check.Errors;
    }
}
