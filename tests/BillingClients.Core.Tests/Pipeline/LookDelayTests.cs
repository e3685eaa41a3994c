using BillingClients.Providers;

namespace BillingClients.Core.Tests.Pipeline;

/// <summary>How long the client waits before it looks for a customer whose create is open.</summary>
public sealed class LookDelayTests
{
    private static readonly FlexpriceOptions Hasty = new() { RetryBaseDelay = TimeSpan.Zero };

    [Fact]
    public void Without_a_base_delay_the_first_look_is_at_once_and_the_next_ones_pause_all_the_same()
    {
        RetryDelay.BeforeLook(1, Hasty, jitter: 1).ShouldBe(TimeSpan.Zero);
        RetryDelay.BeforeLook(2, Hasty, jitter: 1).ShouldBe(TimeSpan.FromMilliseconds(100));
        RetryDelay.BeforeLook(100, Hasty, jitter: 1).ShouldBe(TimeSpan.FromMilliseconds(100));
    }

    [Fact]
    public void The_pauses_grow_as_those_between_attempts_do()
    {
        FlexpriceOptions settings = new();

        RetryDelay.BeforeLook(1, settings, jitter: 1).ShouldBe(TimeSpan.FromMilliseconds(500));
        RetryDelay.BeforeLook(3, settings, jitter: 1).ShouldBe(TimeSpan.FromSeconds(2));
        RetryDelay.BeforeLook(100, settings, jitter: 1).ShouldBe(settings.RetryMaxDelay);
    }
}
