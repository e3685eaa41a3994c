namespace BillingClients.Chaos;

/// <summary>
/// A clock that runs faster: half a minute of waiting for a stalled answer passes in a fraction of a second.
/// FakeTimeProvider cannot be used here: it stands still until it is advanced, and a chaos run has to go on by itself.
/// </summary>
public sealed class ScaledTimeProvider(int factor) : TimeProvider
{
    private DateTimeOffset _startedAt = System.GetUtcNow();
    private readonly long _startTimestamp = System.GetTimestamp();

    public override long TimestampFrequency => System.TimestampFrequency / factor;

    public override DateTimeOffset GetUtcNow() => _startedAt + (System.GetElapsedTime(_startTimestamp) * factor);

    public override long GetTimestamp() => System.GetTimestamp();

    /// <summary>Sets the time of day forward. Call it while nothing else uses the clock.</summary>
    public void SetForward(TimeSpan by) => _startedAt += by;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new ScaledTimer(System.CreateTimer(callback, state, Scale(dueTime), Scale(period)), this);

    private TimeSpan Scale(TimeSpan time) => time <= TimeSpan.Zero ? time : time / factor;

    private sealed class ScaledTimer(ITimer timer, ScaledTimeProvider clock) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => timer.Change(clock.Scale(dueTime), clock.Scale(period));

        public void Dispose() => timer.Dispose();

        public ValueTask DisposeAsync() => timer.DisposeAsync();
    }
}
