using BillingClients.Core.Tests.Pipeline;
using BillingClients.Providers;

namespace BillingClients.Core.Tests.Errors;

/// <summary>What a caller learns from an answer that is not a success.</summary>
public sealed class AnswerFailureTests
{
    private static readonly ProviderError Told = new() { Code = "refused", Message = "No." };

    [Theory]
    [InlineData(ErrorKind.Provider, 500, true)]
    [InlineData(ErrorKind.Provider, 499, true)]
    [InlineData(ErrorKind.Provider, 200, true)]
    [InlineData(ErrorKind.Provider, 299, true)]
    [InlineData(ErrorKind.Provider, 300, false)]
    [InlineData(ErrorKind.Provider, 418, false)]
    [InlineData(ErrorKind.InProgress, 409, true)]
    [InlineData(ErrorKind.Validation, 200, false)]
    [InlineData(ErrorKind.Validation, 500, false)]
    [InlineData(ErrorKind.RateLimit, 503, false)]
    public void The_providers_word_goes_before_the_status_on_whether_a_write_may_have_taken_effect(ErrorKind kind, int status, bool isUnknown)
    {
        using LoneCall sent = new LoneCall().Sent();
        using LoneCall unsent = new();

        Failure(sent, status, new ProviderError { Kind = kind, Code = "code" }).OutcomeUnknown.ShouldBe(isUnknown);
        Failure(unsent, status, new ProviderError { Kind = kind, Code = "code" }).OutcomeUnknown.ShouldBeFalse();
    }

    [Theory]
    [InlineData(ErrorKind.RateLimit, 400, true)]
    [InlineData(ErrorKind.InProgress, 400, true)]
    [InlineData(ErrorKind.Provider, 503, true)]
    [InlineData(ErrorKind.Validation, 400, false)]
    [InlineData(ErrorKind.Conflict, 409, false)]
    public void A_rate_limit_and_a_request_in_progress_pass_whatever_their_status(ErrorKind kind, int status, bool isTransient)
    {
        using LoneCall lone = new();

        Failure(lone, status, new ProviderError { Kind = kind, Code = "code" }).IsTransient.ShouldBe(isTransient);
    }

    [Theory]
    [InlineData(404, true)]
    [InlineData(409, true)]
    [InlineData(400, true)]
    [InlineData(403, true)]
    [InlineData(429, false)]
    [InlineData(503, false)]
    [InlineData(408, false)]
    public void A_refusal_that_is_not_in_the_providers_format_is_a_gateways_page(int status, bool isGatewayPage)
    {
        using LoneCall lone = new();

        BillingException page = Failures.FromAnswer(lone.Call, new ErrorResponse(status, "<html>"), new ProviderError(), printableCode: null, retryAfter: null);

        page.IsGatewayPage.ShouldBe(isGatewayPage);
        Failure(lone, status, Told).IsGatewayPage.ShouldBeFalse();
    }

    [Fact]
    public void The_request_id_of_the_header_goes_before_that_of_the_body()
    {
        using LoneCall lone = new();
        ProviderError error = new() { Code = "code", RequestId = "req_body" };
        string? fromBody = Failure(lone, 400, error).RequestId;
        lone.Call.RequestId = "req_header";

        Failure(lone, 400, error).RequestId.ShouldBe("req_header");
        Failure(lone, 400, Told).RequestId.ShouldBe("req_header");
        fromBody.ShouldBe("req_body");
    }

    [Fact]
    public void Code_message_body_and_wait_are_told_and_only_the_printable_code_is_printed()
    {
        using LoneCall lone = new();
        lone.Call.PrintableRequestId = "req_1";

        BillingException failure = Failures.FromAnswer(lone.Call, new ErrorResponse(400, """{"code":"refused"}"""), Told, "printed", TimeSpan.FromSeconds(3));

        failure.ProviderCode.ShouldBe("refused");
        failure.ProviderMessage.ShouldBe("No.");
        failure.ResponseBody.ShouldBe("""{"code":"refused"}""");
        failure.RetryAfter.ShouldBe(TimeSpan.FromSeconds(3));
        failure.StatusCode.ShouldBe(400);
        failure.Message.ShouldStartWith("Own: the request to create the customer failed (HTTP 400, printed, request id req_1): ");
    }

    [Fact]
    public void An_empty_body_is_none()
    {
        using LoneCall lone = new();

        BillingException failure = Failures.FromAnswer(lone.Call, new ErrorResponse(400, ""), new ProviderError(), printableCode: null, retryAfter: null);

        failure.ResponseBody.ShouldBeNull();
        failure.Message.ShouldContain("failed (HTTP 400): ");
    }

    [Theory]
    [InlineData("cust_1", "cust_1")]
    [InlineData("", null)]
    [InlineData("cust\n1", null)]
    [InlineData("..", null)]
    [InlineData(null, null)]
    public void The_existing_customers_id_is_told_if_it_can_be_one(string? id, string? told)
    {
        using LoneCall lone = new();

        foreach (ErrorKind kind in (ErrorKind[])[ErrorKind.Conflict, ErrorKind.KeyTaken])
        {
            Conflict(lone, kind, id).ExistingId.ShouldBe(told);
        }
    }

    [Theory]
    [InlineData(ErrorKind.Conflict)]
    [InlineData(ErrorKind.KeyTaken)]
    [InlineData(ErrorKind.IdempotencyKeyReused)]
    [InlineData(ErrorKind.ConcurrentChange)]
    public void A_conflict_in_answer_to_a_look_up_is_an_error_of_the_provider(ErrorKind kind)
    {
        using LoneCall lone = new();
        lone.Call.IsLookUp = true;

        Failure(lone, 409, new ProviderError { Kind = kind, Code = "code" }).ShouldBeOfType<BillingProviderException>();
    }

    [Theory]
    [InlineData(ErrorKind.Conflict, ConflictReason.Other)]
    [InlineData(ErrorKind.KeyTaken, ConflictReason.KeyTaken)]
    [InlineData(ErrorKind.IdempotencyKeyReused, ConflictReason.IdempotencyKeyReused)]
    [InlineData(ErrorKind.ConcurrentChange, ConflictReason.ConcurrentChange)]
    public void A_conflict_says_which_one_it_is(ErrorKind kind, ConflictReason reason)
    {
        using LoneCall lone = new();

        Conflict(lone, kind, "cust_1").Reason.ShouldBe(reason);
    }

    [Theory]
    [InlineData(200, "the answer has the status of a success and the body of an error")]
    [InlineData(299, "the answer has the status of a success and the body of an error")]
    [InlineData(300, "an unexpected status")]
    [InlineData(418, "an unexpected status")]
    [InlineData(499, "Own, or a gateway before it, stopped waiting")]
    [InlineData(500, "an error on Own's side")]
    [InlineData(599, "an error on Own's side")]
    public void A_status_without_a_meaning_of_its_own_is_described(int status, string meaning)
    {
        using LoneCall lone = new();

        Failure(lone, status, new ProviderError { Kind = ErrorKind.Provider, Code = "code" }).Message.ShouldContain($": {meaning}");
    }

    [Fact]
    public void A_rate_limit_says_how_long_to_wait_if_the_provider_does()
    {
        using LoneCall lone = new();

        Failures.FromAnswer(lone.Call, new ErrorResponse(429, "{}"), Told, null, TimeSpan.FromSeconds(1.5)).Message.ShouldContain("Own asks to wait 1.5 s.");
        Failures.FromAnswer(lone.Call, new ErrorResponse(429, "{}"), Told, null, retryAfter: null).Message.ShouldContain("too many requests; slow down.");
    }

    [Theory]
    [InlineData(OperationKind.Create, "there is nothing at https://own.example/.")]
    [InlineData(OperationKind.List, "there is nothing at https://own.example/.")]
    [InlineData(OperationKind.Get, "there is no such customer.")]
    [InlineData(OperationKind.Update, "there is no such customer.")]
    [InlineData(OperationKind.Delete, "there is no such customer.")]
    public void What_was_not_found_depends_on_what_was_asked_for(OperationKind kind, string meaning)
    {
        using LoneCall lone = new(new BillingOperation("customer", kind));

        Failure(lone, 404, Told).Message.ShouldContain(meaning);
    }

    [Theory]
    [InlineData(OperationKind.Create, "Look for it in Own's dashboard.")]
    [InlineData(OperationKind.Update, "Use another one, or change that customer first.")]
    public void What_to_do_when_a_key_is_taken_depends_on_what_was_sent(OperationKind kind, string advice)
    {
        using LoneCall lone = new(new BillingOperation("customer", kind));

        Failure(lone, 409, new ProviderError { Kind = ErrorKind.KeyTaken, Code = "code" }).Message.ShouldContain(advice);
    }

    private static BillingException Failure(LoneCall lone, int status, ProviderError error) =>
        Failures.FromAnswer(lone.Call, new ErrorResponse(status, """{"code":"code"}"""), error, printableCode: null, retryAfter: null);

    private static BillingConflictException Conflict(LoneCall lone, ErrorKind kind, string? existingId) =>
        Failure(lone, 409, new ProviderError { Kind = kind, Code = "code", ExistingId = existingId }).ShouldBeOfType<BillingConflictException>();
}
