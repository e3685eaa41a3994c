using System.Collections.Concurrent;

namespace BillingClients.Tests;

/// <summary>
/// A clock whose timers fire at once when they are due within a limit, moving it by that time, and never otherwise.
/// FakeTimeProvider cannot be used here: it fires when a test advances it, and a test cannot see when the client has set its timer.
/// </summary>
/// <param name="limit">The limit.</param>
/// <param name="start">When the clock starts; null for a fixed date.</param>
internal sealed class OnlyShortTimers(TimeSpan limit, DateTimeOffset? start = null) : TimeProvider
{
    private readonly ConcurrentQueue<TimeSpan> _due = new();
    private readonly ConcurrentBag<(Func<TimeSpan, bool> Match, TaskCompletionSource Seen)> _waiting = [];
    private long _ticks = (start ?? new DateTimeOffset(2026, 11, 20, 9, 15, 0, TimeSpan.Zero)).UtcTicks;

    /// <summary>Timers that are set from now on fire at once when they are due within this time.</summary>
    public TimeSpan Limit { get; set; } = limit;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref _ticks), TimeSpan.Zero);

    public override long GetTimestamp() => Interlocked.Read(ref _ticks);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ImmediateTimer timer = new(this, System.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan));
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Completes when a timer is set that is due at such a time; fails when none is, instead of waiting for ever.</summary>
    public Task WaitedFor(Func<TimeSpan, bool> match)
    {
        TaskCompletionSource seen = new(TaskCreationOptions.RunContinuationsAsynchronously);
        _waiting.Add((match, seen));
        if (_due.Any(match))
        {
            seen.TrySetResult();
        }

        return seen.Task.WaitAsync(TimeSpan.FromSeconds(30));
    }

    private bool Fires(TimeSpan dueTime)
    {
        _due.Enqueue(dueTime);
        foreach ((Func<TimeSpan, bool> match, TaskCompletionSource seen) in _waiting.Where(waiting => waiting.Match(dueTime)))
        {
            seen.TrySetResult();
        }

        if (dueTime < TimeSpan.Zero || dueTime > Limit)
        {
            return false;
        }

        Interlocked.Add(ref _ticks, dueTime.Ticks);
        return true;
    }

    private sealed class ImmediateTimer(OnlyShortTimers clock, ITimer timer) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) =>
            timer.Change(clock.Fires(dueTime) ? TimeSpan.Zero : Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public void Dispose() => timer.Dispose();

        public ValueTask DisposeAsync() => timer.DisposeAsync();
    }
}
