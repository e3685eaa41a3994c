using BillingClients.Providers;
using FsCheck;
using FsCheck.Fluent;

namespace BillingClients.Core.Tests.Pipeline;

public sealed class RetryDelayTests
{
    [Fact]
    public void A_delay_is_never_negative_never_longer_than_its_ceiling_and_never_shorter_than_what_was_asked() => Prop.ForAll(
        Gen.Choose(1, 1000).Zip(Gen.Choose(0, 100_000)).Zip(Gen.Choose(0, 100_000).Zip(Gen.Choose(-1, 200_000))).Zip(Gen.Choose(0, 1_000_000)).ToArbitrary(),
        static input =>
        {
            (((int attempts, int baseDelay), (int more, int asked)), int jitter) = input;
            FlexpriceOptions settings = new()
            {
                RetryBaseDelay = TimeSpan.FromMilliseconds(baseDelay),
                RetryMaxDelay = TimeSpan.FromMilliseconds(baseDelay + more),
            };
            TimeSpan? wanted = asked < 0 ? null : TimeSpan.FromMilliseconds(asked);

            TimeSpan? delay = RetryDelay.Next(attempts, settings, wanted, jitter / 1_000_000d);

            return wanted > settings.RetryMaxDelay
                ? delay is null
                : delay >= TimeSpan.Zero && delay <= settings.RetryMaxDelay && (wanted is null || delay >= wanted);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(Replayed.Cases(10_000)).WithReplay(Replayed.Seed));

    [Fact]
    public void What_the_provider_asks_for_is_waited_up_to_the_longest_delay_and_not_beyond()
    {
        FlexpriceOptions settings = new();

        RetryDelay.Next(1, settings, settings.RetryMaxDelay, jitter: 0).ShouldBe(settings.RetryMaxDelay);
        RetryDelay.Next(1, settings, settings.RetryMaxDelay + TimeSpan.FromTicks(1), jitter: 0).ShouldBeNull();
    }

    [Theory]
    [InlineData(1, 500)]
    [InlineData(2, 1000)]
    [InlineData(3, 2000)]
    [InlineData(7, 30_000)]
    [InlineData(1000, 30_000)]
    public void The_ceiling_doubles_with_each_attempt_up_to_the_longest_delay(int attempts, int ceiling)
    {
        FlexpriceOptions settings = new();

        RetryDelay.Next(attempts, settings, null, jitter: 1).ShouldBe(TimeSpan.FromMilliseconds(ceiling));
        RetryDelay.Next(attempts, settings, null, jitter: 0.5).ShouldBe(TimeSpan.FromMilliseconds(ceiling / 2d));
        RetryDelay.Next(attempts, settings, null, jitter: 0).ShouldBe(TimeSpan.Zero);
    }
}
