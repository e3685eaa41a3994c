using System.Text;
using BillingClients.Providers;

namespace BillingClients.Core.Tests.Http;

/// <summary>What the body of an answer with the status of a success may be.</summary>
public sealed class SuccessBodyTests
{
    [Theory]
    [InlineData("")]
    [InlineData(" \t\r\n")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("\r\n\t {\"id\":\"cust_1\"}")]
    [InlineData("\uFEFF{}")]
    public void An_object_an_array_null_and_nothing_may_come_from_a_provider(string body) => IsForeign(body).ShouldBeFalse();

    [Theory]
    [InlineData("<html>")]
    [InlineData("\r\n<!doctype html>")]
    [InlineData("no healthy upstream")]
    [InlineData("nul")]
    [InlineData("\"ok\"")]
    [InlineData("true")]
    [InlineData("1")]
    [InlineData("\uFEFF<html>")]
    public void Everything_else_is_not_the_providers(string body) => IsForeign(body).ShouldBeTrue();

    [Theory]
    [InlineData("""{"success":false}""")]
    [InlineData("""{"success":false,"id":"cust_1"}""")]
    [InlineData("""{"error":"not allowed"}""")]
    [InlineData("""{"error":{"code":"locked"}}""")]
    [InlineData("""{"error":[1]}""")]
    [InlineData("""{"error":true}""")]
    [InlineData("""{"error":5}""")]
    public void An_error_without_an_id_and_success_that_is_false_are_errors(string body)
    {
        IsError(body).ShouldBeTrue();
        SuccessBody.MayBeError(Encoding.UTF8.GetBytes(body)).ShouldBeTrue();
    }

    [Theory]
    [InlineData("""{"id":"cust_1","error":{"code":"locked"}}""")]
    [InlineData("""{"id":"cust_1","success":true}""")]
    [InlineData("""{"success":"false"}""")]
    [InlineData("""{"error":""}""")]
    [InlineData("""{"error":{}}""")]
    [InlineData("""{"error":[]}""")]
    [InlineData("""{"error":null}""")]
    [InlineData("""{"error":false}""")]
    [InlineData("""{"id":"cust_1"}""")]
    [InlineData("""[{"error":"not allowed"}]""")]
    public void An_empty_error_and_an_error_beside_an_id_are_not(string body) => IsError(body).ShouldBeFalse();

    [Fact]
    public void Most_answers_are_seen_not_to_be_errors_without_being_read() =>
        SuccessBody.MayBeError("""{"id":"cust_1","name":"an error","success_url":null}"""u8).ShouldBeFalse();

    [Fact]
    public void A_name_with_half_a_surrogate_pair_is_left_to_whoever_reads_the_body() => IsError("""{"\ud800":1,"error":"not allowed"}""").ShouldBeFalse();

    private static bool IsForeign(string body) => SuccessBody.IsForeign(Encoding.UTF8.GetBytes(body));

    private static bool IsError(string body) => SuccessBody.IsError(new ErrorResponse(200, body).Json);
}
