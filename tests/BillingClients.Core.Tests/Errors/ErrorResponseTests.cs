using System.Text.Json;
using BillingClients.Providers;

namespace BillingClients.Core.Tests.Errors;

/// <summary>The body of an error, as a provider's error reader sees it.</summary>
public sealed class ErrorResponseTests
{
    [Theory]
    [InlineData("""{"code":"locked"}""")]
    [InlineData("""{"code":"locked",}""")]
    [InlineData("""/* a gateway */ {"code":"locked"}""")]
    [InlineData("\uFEFF{\"code\":\"locked\"}")]
    public void JSON_is_read_even_if_it_is_careless(string body)
    {
        ErrorResponse response = new(400, body);

        ErrorResponse.Text(ErrorResponse.Member(response.Json, "code")).ShouldBe("locked");
        response.PlainText.ShouldBeNull();
    }

    [Theory]
    [InlineData("no healthy upstream", "no healthy upstream")]
    [InlineData(" Bad gateway\r\n", "Bad gateway")]
    [InlineData("\uFEFFBad gateway", "Bad gateway")]
    [InlineData("<html>", null)]
    [InlineData(" <html>", null)]
    [InlineData("", null)]
    [InlineData("  ", null)]
    [InlineData("\"locked\"", null)]
    public void Words_that_are_neither_JSON_nor_HTML_are_plain_text(string body, string? text)
    {
        ErrorResponse response = new(502, body);

        response.PlainText.ShouldBe(text);
        response.Body.ShouldBe(body);
    }

    [Fact]
    public void A_body_that_is_not_JSON_has_no_members()
    {
        JsonElement json = new ErrorResponse(502, "<html>").Json;

        json.ValueKind.ShouldBe(JsonValueKind.Undefined);
        ErrorResponse.Member(json, "code").ValueKind.ShouldBe(JsonValueKind.Undefined);
        ErrorResponse.Member(new ErrorResponse(400, "[1]").Json, "code").ValueKind.ShouldBe(JsonValueKind.Undefined);
    }

    [Theory]
    [InlineData("\"locked\"", "locked")]
    [InlineData("4021", "4021")]
    [InlineData("true", null)]
    [InlineData("null", null)]
    [InlineData("{}", null)]
    public void A_code_may_be_a_text_or_a_number(string json, string? code) => ErrorResponse.Text(new ErrorResponse(400, json).Json).ShouldBe(code);
}
