namespace BillingClients.Core.Tests.Pipeline;

/// <summary>A clock whose pauses of one length end at once, and on which nothing else passes the time.</summary>
internal sealed class PausingClock(TimeSpan pause) : TimeProvider
{
    private static readonly DateTimeOffset Start = new(2026, 11, 26, 9, 30, 0, TimeSpan.Zero);

    private long _ticks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Interlocked.Read(ref _ticks);

    public override DateTimeOffset GetUtcNow() => Start.AddTicks(GetTimestamp());

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        bool isPause = dueTime == pause;
        Interlocked.Add(ref _ticks, isPause ? pause.Ticks : 0);
        return System.CreateTimer(callback, state, isPause ? TimeSpan.Zero : Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }
}
