namespace BillingClients.Core.Tests.Pipeline;

/// <summary>The waits between attempts are drawn at random, so that clients that fail together do not come back together.</summary>
public sealed class JitterTests
{
    // Waits are whole milliseconds. Within seconds, two calls may draw the same sum by chance; within hours they do not.
    private static readonly TimeSpan Most = TimeSpan.FromHours(1 + 2 + 4);

    [Fact]
    public async Task The_waits_of_a_call_are_random_and_together_not_longer_than_the_back_off()
    {
        TimeSpan first = await WaitedAsync();
        TimeSpan second = await WaitedAsync();

        first.ShouldBeInRange(TimeSpan.FromTicks(1), Most);
        second.ShouldBeInRange(TimeSpan.FromTicks(1), Most);
        second.ShouldNotBe(first);
    }

    private static async Task<TimeSpan> WaitedAsync()
    {
        OnlyShortTimers clock = new(Most);
        DateTimeOffset start = clock.GetUtcNow();
        using ScriptedClient scripted = new(
            static (_, _) => Task.FromResult(Answers.Status(503)),
            static options =>
            {
                options.MaxAttempts = 4;
                options.RetryBaseDelay = TimeSpan.FromHours(1);
                options.RetryMaxDelay = TimeSpan.FromHours(4);
                options.TotalTimeout = options.AttemptTimeout = TimeSpan.FromDays(1);
            },
            clock);

        await Should.ThrowAsync<BillingProviderException>(() => scripted.Client.GetAsync(CustomerKey.FromId("cust_1")));

        return clock.GetUtcNow() - start;
    }
}
