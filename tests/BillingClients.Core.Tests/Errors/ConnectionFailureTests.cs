using BillingClients.Core.Tests.Pipeline;
using BillingClients.Providers;

namespace BillingClients.Core.Tests.Errors;

/// <summary>What a caller learns when no answer arrives.</summary>
public sealed class ConnectionFailureTests
{
    private const string Secret = "user:password";

    [Theory]
    [InlineData(HttpRequestError.NameResolutionError)]
    [InlineData(HttpRequestError.ConnectionError)]
    [InlineData(HttpRequestError.SecureConnectionError)]
    [InlineData(HttpRequestError.ProxyTunnelError)]
    public void A_connection_that_could_not_be_made_is_told_with_its_address(HttpRequestError error)
    {
        using LoneCall lone = new();

        Failures.Connection(lone.Call, new HttpRequestException(error)).Message
            .ShouldContain("no connection to own.example:443 could be made. Check BaseAddress and the network");
    }

    [Theory]
    [InlineData(HttpRequestError.Unknown)]
    [InlineData(HttpRequestError.ResponseEnded)]
    public void A_connection_that_broke_is_told_as_broken(HttpRequestError error)
    {
        using LoneCall lone = new();

        Failures.Connection(lone.Call, new HttpRequestException(error)).Message.ShouldContain("the connection broke before the answer was complete");
        Failures.Connection(lone.Call, new IOException()).Message.ShouldContain("the connection broke before the answer was complete");
    }

    [Fact]
    public void Once_the_write_was_sent_a_connection_that_cannot_be_made_does_not_say_otherwise()
    {
        using LoneCall lone = new LoneCall().Sent();

        BillingConnectionException failure = Failures.Connection(lone.Call, new HttpRequestException(HttpRequestError.ConnectionError));

        failure.Message.ShouldContain("the connection broke before the answer was complete");
        failure.OutcomeUnknown.ShouldBeTrue();
        failure.IsTransient.ShouldBeTrue();
    }

    [Fact]
    public void An_expired_ConnectTimeout_is_named()
    {
        using LoneCall lone = new();
        HttpRequestException expired = new(HttpRequestError.ConnectionError, "It took too long.", new OperationCanceledException());

        BillingConnectionException failure = Failures.Connection(lone.Call, expired);

        failure.Message.ShouldContain("could be made within ConnectTimeout. Check");
        failure.InnerException.ShouldBeSameAs(expired);
        failure.OutcomeUnknown.ShouldBeFalse();
    }

    public static TheoryData<Exception, HttpRequestError> Quoting => new()
    {
        { new HttpRequestException(HttpRequestError.InvalidResponse, Secret), HttpRequestError.InvalidResponse },
        { new HttpIOException(HttpRequestError.InvalidResponse, Secret), HttpRequestError.InvalidResponse },
        { new HttpRequestException(HttpRequestError.ProxyTunnelError, Secret), HttpRequestError.ProxyTunnelError },
        { new HttpRequestException(HttpRequestError.NameResolutionError, $"Unknown host http://{Secret}@proxy"), HttpRequestError.NameResolutionError },
        { new IOException($"Unknown host http://{Secret}@proxy"), HttpRequestError.Unknown },
    };

    [Theory]
    [MemberData(nameof(Quoting), DisableDiscoveryEnumeration = true)]
    public void A_cause_that_quotes_the_answer_or_an_address_with_a_password_is_not_shown(Exception cause, HttpRequestError error)
    {
        using LoneCall lone = new();

        BillingConnectionException failure = Failures.Connection(lone.Call, cause);

        failure.InnerException.ShouldBeOfType<HttpRequestException>().HttpRequestError.ShouldBe(error);
        failure.ToString().ShouldNotContain(Secret);
    }

    [Fact]
    public void Any_other_cause_is_shown_as_it_is()
    {
        using LoneCall lone = new();
        HttpRequestException cause = new(HttpRequestError.ConnectionError, "https://own.example/ refused, see mail@own.example");

        Failures.Connection(lone.Call, cause).InnerException.ShouldBeSameAs(cause);
    }

    [Fact]
    public void An_expired_time_limit_is_named_with_its_length()
    {
        using LoneCall lone = new(options: new CallOptions());
        lone.Call.BeginAttempt();
        BillingTimeoutException ofAttempt = Failures.Timeout(lone.Call);
        lone.Clock.Advance(lone.Call.TotalTimeout - TimeSpan.FromTicks(1));
        lone.Open().Call.BeginAttempt();
        BillingTimeoutException ofCall = Failures.Timeout(lone.Call);

        ofAttempt.Fired.ShouldBe(BillingTimeout.Attempt);
        ofAttempt.Limit.ShouldBe(lone.Call.Settings.AttemptTimeout);
        ofAttempt.InnerException.ShouldBeNull();
        ofAttempt.Message.ShouldContain("the time limit of the attempt (AttemptTimeout), ");
        ofCall.Fired.ShouldBe(BillingTimeout.Total);
        ofCall.Limit.ShouldBe(lone.Call.Settings.TotalTimeout);
        ofCall.InnerException.ShouldBeSameAs(lone.Call.LastFailure);
        ofCall.Message.ShouldContain("the time limit of the whole call (TotalTimeout), ");
        ofCall.IsTransient.ShouldBeTrue();
    }

    [Fact]
    public void An_attempt_that_times_out_after_another_one_failed_does_not_blame_that_one()
    {
        using LoneCall lone = new LoneCall().Open();
        lone.Call.BeginAttempt();

        Failures.Timeout(lone.Call).InnerException.ShouldBeNull();
    }

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public void Only_a_write_that_was_sent_may_have_taken_effect_when_time_runs_out(bool isLookUp, bool isUnknown)
    {
        using LoneCall lone = isLookUp ? new() : new LoneCall().Sent();
        lone.Call.IsLookUp = isLookUp;

        BillingTimeoutException failure = Failures.Timeout(lone.Call);

        failure.OutcomeUnknown.ShouldBe(isUnknown);
        failure.Message.ShouldStartWith(isLookUp ? "Own: the look-up before the create failed" : "Own: the request to create the customer failed");
    }

    [Theory]
    [InlineData(OperationKind.Create, "Own: the look-up after the create failed")]
    [InlineData(OperationKind.Update, "Own: the look-up before the update failed")]
    public void A_look_up_after_an_open_attempt_is_named_by_what_it_is_for(OperationKind kind, string start)
    {
        using LoneCall lone = new LoneCall(new BillingOperation("customer", kind)).Open();
        lone.Call.IsLookUp = true;

        Failures.Timeout(lone.Call).Message.ShouldStartWith(start);
    }

    [Fact]
    public void An_answer_is_told_with_its_status_and_without_one_if_a_handler_made_it_up()
    {
        using LoneCall lone = new();
        UnreadableResponseException madeUp = Failures.Unreadable(lone.Call, "it is empty");
        lone.Call.StatusCode = 200;
        UnreadableResponseException answered = Failures.Unreadable(lone.Call, "it is empty.");

        madeUp.StatusCode.ShouldBeNull();
        madeUp.Message.ShouldBe("Own: the answer to the request to create the customer is a success (from a handler of the application), but it is empty.");
        answered.StatusCode.ShouldBe(200);
        answered.Message.ShouldBe("Own: the answer to the request to create the customer is a success (HTTP 200), but it is empty.");
    }

    [Fact]
    public void A_redirect_is_final_and_leaves_a_write_open_if_it_means_that_it_was_processed()
    {
        using LoneCall lone = new LoneCall().Sent();
        lone.Call.StatusCode = 303;
        RedirectRefusedException seeOther = Failures.Redirect(lone.Call);
        lone.Call.StatusCode = 307;
        RedirectRefusedException temporary = Failures.Redirect(lone.Call);

        seeOther.OutcomeUnknown.ShouldBeTrue();
        seeOther.IsTransient.ShouldBeFalse();
        temporary.OutcomeUnknown.ShouldBeFalse();
        temporary.StatusCode.ShouldBe(307);
    }
}
