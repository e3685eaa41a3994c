namespace BillingClients.Security.Tests.Fixtures;

/// <summary>A clock that stands still until it is told that the time of its timers has come.</summary>
internal sealed class StoppedClock : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly List<Waiting> _waiting = [];
    private long _ticks = new DateTimeOffset(2026, 11, 20, 9, 15, 0, TimeSpan.Zero).UtcTicks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref _ticks), TimeSpan.Zero);

    public override long GetTimestamp() => Interlocked.Read(ref _ticks);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        Waiting timer = new(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Lets time pass, and fires the timers that are due.</summary>
    public void Advance(TimeSpan time)
    {
        Waiting[] due;
        lock (_gate)
        {
            long now = Interlocked.Add(ref _ticks, time.Ticks);
            due = [.. _waiting.Where(timer => timer.DueAt <= now)];
            _waiting.RemoveAll(timer => timer.DueAt <= now);
        }

        foreach (Waiting timer in due)
        {
            timer.Fire();
        }
    }

    private sealed class Waiting(StoppedClock clock, TimerCallback callback, object? state) : ITimer
    {
        public long DueAt { get; private set; }

        public void Fire() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._gate)
            {
                clock._waiting.Remove(this);
                if (dueTime >= TimeSpan.Zero)
                {
                    DueAt = clock.GetTimestamp() + dueTime.Ticks;
                    clock._waiting.Add(this);
                }
            }

            return true;
        }

        public void Dispose()
        {
            lock (clock._gate)
            {
                clock._waiting.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
