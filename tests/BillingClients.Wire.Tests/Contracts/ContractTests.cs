using static BillingClients.Tests.Contracts.Content;
using static BillingClients.Tests.Contracts.Shape;

namespace BillingClients.Wire.Tests.Contracts;

/// <summary>What a contract finds wrong with a request and its answer.</summary>
public sealed class ContractTests
{
    private static readonly Contract Shop = new("shop")
    {
        KeyHeader = "x-api-key",
        CannotBeInPath = ["%2F"],
        PathDeparture = new Departure("paths are decoded", "router.go"),
        Endpoints =
        [
            new Endpoint("POST", "/orders")
            {
                Query = ["dry_run"],
                Request = Json(Object(Required("name", Text))),
                Answers = [new Answer(201, Json(Object(Required("id", Text)))), new Answer(401, PlainText), new Answer(401, None)],
            },
            new Endpoint("GET", "/orders/{id}")
            {
                Answers =
                [
                    new Answer(200, Json(Object(Required("id", Text)))),
                    new Answer(404, Json(Text)) { Departure = new Departure("unlisted", "errors.go") },
                ],
            },
            new Endpoint("DELETE", "/orders/{id}") { Answers = [new Answer(204, None)] },
            new Endpoint("GET", "/orders/total") { Answers = [new Answer(200, Json(Number))] },
        ],
    };

    private static readonly CheckedExchange Create = new()
    {
        Method = "POST",
        Path = "/orders",
        HeaderNames = ["X-Api-Key"],
        ContentType = "application/json; charset=utf-8",
        Body = """{"name":"Ada"}""",
        Status = 201,
        AnswerContentType = "application/json",
        AnswerBody = """{"id":"1"}""",
    };

    private static readonly CheckedExchange Get = Create with { Method = "GET", Path = "/orders/1", ContentType = null, Body = "", Status = 200 };

    [Fact]
    public void What_is_documented_passes()
    {
        Shop.Violations(Create with { QueryNames = ["dry_run"] }).ShouldBeEmpty();
        Shop.Violations(Create with { Status = 401, AnswerContentType = "text/plain", AnswerBody = "no" }).ShouldBeEmpty();
        Shop.Violations(Create with { Status = 401, AnswerContentType = null, AnswerBody = "" }).ShouldBeEmpty();
        Shop.Violations(Get).ShouldBeEmpty();
        Shop.Violations(Get with { Method = "DELETE", Status = 204, AnswerContentType = null, AnswerBody = "" }).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("PATCH", "/orders")]
    [InlineData("POST", "/orders/")]
    [InlineData("POST", "/Orders")]
    [InlineData("POST", "/orders/1/items")]
    public void An_endpoint_that_is_not_documented_is_found(string method, string path) =>
        Shop.Violations(Create with { Method = method, Path = path }).ShouldBe([$"shop {method} {path}: no such endpoint is documented"]);

    [Fact]
    public void A_fixed_path_is_preferred_to_one_with_a_parameter() =>
        Shop.Violations(Get with { Path = "/orders/total" }).ShouldBe(["shop GET /orders/total: the answer 200: $: must be a number but is an object"]);

    [Fact]
    public void A_path_that_the_provider_cannot_route_is_found() => Shop.Violations(Get with { Path = "/orders/a%2fb" }).ShouldBe(
        ["shop GET /orders/a%2fb: the path: has %2F (not from the document: paths are decoded; router.go)"]);

    [Fact]
    public void A_request_without_a_key_is_found() =>
        Shop.Violations(Get with { HeaderNames = ["Accept"] }).ShouldBe(["shop GET /orders/1: the request has no x-api-key"]);

    [Fact]
    public void A_query_that_is_not_documented_or_repeated_is_found() => Shop.Violations(Create with { QueryNames = ["dry_run", "dry_run", "limit"] }).ShouldBe(
        ["shop POST /orders: the query's dry_run appears 2 times", "shop POST /orders: the query's limit is not documented"]);

    [Theory]
    [InlineData("application/json", """{"name":1}""", "$.name: must be text but is a number")]
    [InlineData("application/json", "{", "is not JSON")]
    [InlineData("application/json", "", "is not JSON")]
    [InlineData("text/plain", """{"name":"Ada"}""", "must be application/json but is text/plain")]
    [InlineData(null, "", "must be application/json but is without a content type")]
    public void A_body_that_is_not_as_required_is_found(string? contentType, string body, string violation)
    {
        Shop.Violations(Create with { ContentType = contentType, Body = body }).ShouldBe([$"shop POST /orders: the request: {violation}"]);
        Shop.RequestViolations(Create with { ContentType = contentType, Body = body }).ShouldBe([$"shop POST /orders: the request: {violation}"]);
        Shop.AnswerViolations(Create with { ContentType = contentType, Body = body }).ShouldBeEmpty();
    }

    [Fact]
    public void A_body_where_none_belongs_is_found()
    {
        Shop.Violations(Get with { ContentType = "application/json", Body = "{}" })
            .ShouldBe(["shop GET /orders/1: the request: has a body but must have none"]);
        Shop.Violations(Get with { Method = "DELETE", Status = 204 }).ShouldBe(["shop DELETE /orders/1: the answer 204: has a body but must have none"]);
    }

    [Fact]
    public void A_status_that_is_not_documented_is_found() =>
        Shop.Violations(Create with { Status = 418 }).ShouldBe(["shop POST /orders: the answer 418 is not documented"]);

    [Fact]
    public void An_answer_that_is_not_as_required_is_found()
    {
        Shop.Violations(Create with { AnswerBody = "{}" }).ShouldBe(["shop POST /orders: the answer 201: $.id: is required but missing"]);
        Shop.Violations(Create with { Status = 401 }).ShouldBe(["shop POST /orders: the answer 401: must be text/plain but is application/json"]);
    }

    [Fact]
    public void What_is_not_from_the_document_is_said_with_its_source() => Shop.Violations(Get with { Status = 404 }).ShouldBe(
        ["shop GET /orders/1: the answer 404: $: must be text but is an object (not from the document: unlisted; errors.go)"]);

    [Fact]
    public void An_answer_that_is_not_the_providers_own_is_not_looked_at() =>
        Shop.Violations(Create with { Status = null, AnswerContentType = null, AnswerBody = "" }).ShouldBeEmpty();
}
