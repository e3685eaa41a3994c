using BillingClients.Providers;
using Microsoft.Extensions.Time.Testing;

namespace BillingClients.Core.Tests.Http;

public sealed class RateLimitHeadersTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 9, 15, 0, TimeSpan.Zero);

    [Fact]
    public void Without_a_header_there_is_no_rate_limit() => Read([]).ShouldBeNull();

    [Fact]
    public void All_three_are_read() =>
        Read([("X-RateLimit-Limit", "100"), ("X-RateLimit-Remaining", "99"), ("X-RateLimit-Reset", "60")]).ShouldBe(new RateLimit(100, 99, Now.AddSeconds(60)));

    [Theory]
    [InlineData("X-RateLimit-Limit", "100", 100L, null, false)]
    [InlineData("X-RateLimit-Remaining", "0", null, 0L, false)]
    [InlineData("X-RateLimit-Reset", "60", null, null, true)]
    public void One_header_alone_is_told(string name, string value, long? limit, long? remaining, bool reset) =>
        Read([(name, value)]).ShouldBe(new RateLimit(limit, remaining, reset ? Now.AddSeconds(60) : null));

    [Theory]
    [InlineData("many")]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("1,000")]
    [InlineData("99999999999999999999")]
    public void A_count_that_is_not_a_number_is_null_and_the_rest_is_read(string count) =>
        Read([("X-RateLimit-Limit", count), ("X-RateLimit-Remaining", "7")]).ShouldBe(new RateLimit(null, 7, null));

    [Fact]
    public void Of_a_repeated_header_the_first_counts() => Read([("X-RateLimit-Limit", "1"), ("X-RateLimit-Limit", "2")]).ShouldBe(new RateLimit(1, null, null));

    private static RateLimit? Read((string Name, string Value)[] headers)
    {
        using HttpResponseMessage response = new();
        foreach ((string name, string value) in headers)
        {
            response.Headers.TryAddWithoutValidation(name, value);
        }

        return ResponseHeaders.RateLimit(response.Headers, new FakeTimeProvider(Now));
    }
}
