using BillingClients.Core.Tests.Pipeline;
using BillingClients.Providers;

namespace BillingClients.Core.Tests.Errors;

/// <summary>The message of a failure that may pass says how often the call was tried and whom to ask.</summary>
public sealed class AttemptsMadeTests
{
    private const string OnOwnsSide = "an error on Own's side; see ProviderMessage.";

    [Theory]
    [InlineData(1, "once")]
    [InlineData(2, "2 times")]
    [InlineData(4, "4 times")]
    public void A_read(int attempts, string times)
    {
        using LoneCall lone = Tried(CustomerOperation.Get, attempts);

        Failures.OfCall(lone.Call, Answered(lone, 500)).Message.ShouldBe(
            $"Own: the request to read the customer failed (HTTP 500): {OnOwnsSide}"
                + $" It was tried {times}. You can try again later; if it persists, ask Own's support.");
    }

    [Fact]
    public void The_request_id_is_mentioned_if_there_is_one()
    {
        using LoneCall lone = Tried(CustomerOperation.Get, 1);
        lone.Call.RequestId = lone.Call.PrintableRequestId = "req_1";

        Failures.OfCall(lone.Call, Answered(lone, 503)).Message.ShouldBe(
            $"Own: the request to read the customer failed (HTTP 503, request id req_1): {OnOwnsSide}"
                + " It was tried once. You can try again later; if it persists, ask Own's support, with the request id.");
    }

    [Fact]
    public void A_read_that_will_fail_again()
    {
        using LoneCall lone = Tried(CustomerOperation.Get, 1);

        Failures.OfCall(lone.Call, Answered(lone, 501)).Message.ShouldEndWith($"{OnOwnsSide} It was tried once. If it persists, ask Own's support.");
    }

    [Fact]
    public void A_write_ends_with_its_effect()
    {
        using LoneCall update = Tried(CustomerOperation.Update, 4).Sent();
        using LoneCall create = Tried(CustomerOperation.Create, 4).Sent();

        Failures.OfCall(update.Call, Answered(update, 500)).Message.ShouldEndWith(
            $"{OnOwnsSide} It was tried 4 times. If it persists, ask Own's support."
                + " It is unknown whether the customer was changed. Read the customer, then decide whether to update it again.");
        Failures.OfCall(create.Call, Answered(create, 500)).Message.ShouldStartWith(
            "Own: the request to create the customer failed after it was sent; the inner exception says why. It was tried 4 times. It is unknown ");
    }

    [Fact]
    public void A_timeout_a_broken_connection_and_a_rate_limit()
    {
        using LoneCall read = Tried(CustomerOperation.List, 3);
        using LoneCall create = Tried(CustomerOperation.Create, 3);

        Failures.OfCall(read.Call, Failures.Timeout(read.Call)).Message.ShouldEndWith("It was tried 3 times. You can try again later.");
        Failures.OfCall(read.Call, Failures.Connection(read.Call, new IOException())).Message.ShouldEndWith("It was tried 3 times. You can try again later.");
        Failures.OfCall(read.Call, Answered(read, 429)).Message.ShouldEndWith("slow down. It was tried 3 times. You can try again later.");
        Failures.OfCall(create.Call, Failures.Timeout(create.Call)).Message.ShouldEndWith("It was tried 3 times. Nothing was created. You can try again.");
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(404)]
    public void A_refusal_does_not_speak_of_attempts(int status)
    {
        using LoneCall lone = Tried(CustomerOperation.Get, 1);

        Failures.OfCall(lone.Call, Answered(lone, status)).Message.ShouldNotContain("It was tried");
    }

    private static LoneCall Tried(BillingOperation operation, int attempts)
    {
        LoneCall lone = new(operation);
        for (int i = 0; i < attempts; i++)
        {
            lone.Call.BeginAttempt();
        }

        return lone;
    }

    private static BillingException Answered(LoneCall lone, int status) =>
        Failures.FromAnswer(lone.Call, new ErrorResponse(status, """{"code":"code"}"""), new ProviderError { Code = "code" }, null, null);
}
