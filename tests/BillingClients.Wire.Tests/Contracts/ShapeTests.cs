using System.Text.Json;
using static BillingClients.Tests.Contracts.Shape;

namespace BillingClients.Wire.Tests.Contracts;

/// <summary>What a shape finds wrong with a JSON value, and where.</summary>
public sealed class ShapeTests
{
    private static readonly Shape Order = Object(
        Required("id", Text),
        Required("total", Number),
        Optional("note", TextUpTo(5).OrNull),
        Optional("count", IntegerFrom(1, 10)),
        Optional("status", OneOf("open", "closed")),
        Optional("paid", Flag),
        Optional("placed_at", Moment),
        Optional("labels", MapOf(Text)),
        Optional("items", ListOf(Object(Required("sku", Text)))),
        Optional("payment", AnyOf(Object(Required("card", Text)), Object(Required("iban", Text), Required("name", Text)))));

    [Theory]
    [InlineData("""{"id":"1","total":1.5}""")]
    [InlineData("""{"id":"1","total":2,"note":null,"count":10,"status":"closed","paid":false,"placed_at":"2026-11-20T09:15:00.123456Z"}""")]
    [InlineData("""{"id":"1","total":2,"count":1.0,"labels":{"a":"b"},"items":[{"sku":"s"},{"sku":"t"}],"payment":{"iban":"i","name":"n"}}""")]
    [InlineData("""{"id":"1","total":2,"note":"\ud83d\ude00\ud83d\ude00\ud83d\ude00\ud83d\ude00\ud83d\ude00","placed_at":"2026-11-20T09:15:00+01:00"}""")]
    public void A_value_of_the_documented_shape_passes(string json) => ViolationsOf(json).ShouldBeEmpty();

    [Theory]
    [InlineData("""{"total":1}""", "$.id: is required but missing")]
    [InlineData("""{"id":"1","total":1,"more":1}""", "$.more: is not documented")]
    [InlineData("""{"id":"1","id":"2","total":1}""", "$.id: appears 2 times")]
    [InlineData("""{"id":1,"total":1}""", "$.id: must be text but is a number")]
    [InlineData("""{"id":null,"total":1}""", "$.id: must be text but is null")]
    [InlineData("""{"id":"1","total":"1"}""", "$.total: must be a number but is text")]
    [InlineData("""{"id":"1","total":1,"note":"longer"}""", "$.note: must have at most 5 characters")]
    [InlineData("""{"id":"1","total":1,"count":1.5}""", "$.count: must be a whole number")]
    [InlineData("""{"id":"1","total":1,"count":0}""", "$.count: must be at least 1")]
    [InlineData("""{"id":"1","total":1,"count":11}""", "$.count: must be at most 10")]
    [InlineData("""{"id":"1","total":1,"count":"1"}""", "$.count: must be a whole number but is text")]
    [InlineData("""{"id":"1","total":1,"status":"Open"}""", "$.status: must be one of open, closed but is \"Open\"")]
    [InlineData("""{"id":"1","total":1,"paid":"true"}""", "$.paid: must be true or false but is text")]
    [InlineData("""{"id":"1","total":1,"placed_at":"20 November"}""", "$.placed_at: must be a date and time of RFC 3339 but is \"20 November\"")]
    [InlineData("""{"id":"1","total":1,"labels":{"a":{}}}""", "$.labels.a: must be text but is an object")]
    [InlineData("""{"id":"1","total":1,"labels":[]}""", "$.labels: must be an object but is a list")]
    [InlineData("""{"id":"1","total":1,"items":{}}""", "$.items: must be a list but is an object")]
    [InlineData("""{"id":"1","total":1,"items":[{"sku":"s"},{}]}""", "$.items[1].sku: is required but missing")]
    [InlineData("""{"id":"1","total":1,"payment":{"iban":"i"}}""", "$.payment.name: is required but missing")]
    [InlineData("""[]""", "$: must be an object but is a list")]
    public void What_is_wrong_is_said_with_its_place(string json, string expected) => ViolationsOf(json).ShouldBe([expected]);

    [Fact]
    public void All_that_is_wrong_is_said() => ViolationsOf("""{"id":1,"more":1}""").ShouldBe(
        ["$.total: is required but missing", "$.id: must be text but is a number", "$.more: is not documented"]);

    [Fact]
    public void A_list_whose_items_are_in_no_contract_must_be_empty()
    {
        using JsonDocument json = JsonDocument.Parse("[1]");
        ListOf(NotInThisContract).Violations(json.RootElement, "$")
            .ShouldBe(["$[0]: must be absent (its shape is not in this contract) but is a number"]);
    }

    private static string[] ViolationsOf(string text)
    {
        using JsonDocument json = JsonDocument.Parse(text);
        return [.. Order.Violations(json.RootElement, "$")];
    }
}
