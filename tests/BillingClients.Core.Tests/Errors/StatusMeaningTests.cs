using BillingClients.Providers;

namespace BillingClients.Core.Tests.Errors;

/// <summary>The table of statuses in <c>docs/outcomes.md</c>, for every status.</summary>
public sealed class StatusMeaningTests
{
    private static readonly IEnumerable<int> Every = Enumerable.Range(100, 500);

    [Fact]
    public void Too_early_too_many_requests_a_request_timeout_and_most_server_errors_may_pass() =>
        Every.Where(StatusMeaning.IsTransient).ShouldBe([408, 425, 429, 500, .. Enumerable.Range(502, 3), .. Enumerable.Range(506, 94)]);

    [Fact]
    public void A_write_may_have_taken_effect_after_a_server_error_and_whatever_else_does_not_refuse_it() =>
        Every.Where(StatusMeaning.LeavesWriteOpen).ShouldBe([101, 303, 408, 499, .. Enumerable.Range(500, 100)]);

    [Fact]
    public void A_refusal_is_a_4xx_that_neither_may_pass_nor_may_have_taken_effect() =>
        Every.Where(StatusMeaning.IsRefusal).ShouldBe(Enumerable.Range(400, 99).Except([408, 425, 429]));

    [Theory]
    [InlineData(400, ErrorKind.Validation)]
    [InlineData(422, ErrorKind.Validation)]
    [InlineData(401, ErrorKind.Authentication)]
    [InlineData(403, ErrorKind.Permission)]
    [InlineData(429, ErrorKind.RateLimit)]
    [InlineData(418, ErrorKind.Provider)]
    [InlineData(500, ErrorKind.Provider)]
    public void A_status_means_the_same_whoever_sent_it(int status, ErrorKind kind)
    {
        StatusMeaning.KindOf(status, isProviders: true).ShouldBe(kind);
        StatusMeaning.KindOf(status, isProviders: false).ShouldBe(kind);
    }

    [Theory]
    [InlineData(404, ErrorKind.NotFound)]
    [InlineData(409, ErrorKind.Conflict)]
    public void Only_the_provider_knows_whether_a_customer_is_missing_or_in_the_way(int status, ErrorKind kind)
    {
        StatusMeaning.KindOf(status, isProviders: true).ShouldBe(kind);
        StatusMeaning.KindOf(status, isProviders: false).ShouldBe(ErrorKind.Gateway);
    }
}
