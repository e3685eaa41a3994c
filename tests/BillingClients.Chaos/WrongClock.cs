namespace BillingClients.Chaos;

/// <summary>A clock that is ahead of another one, or behind it.</summary>
/// <param name="right">The other clock.</param>
/// <param name="ahead">How far it is ahead; negative for behind.</param>
public sealed class WrongClock(TimeProvider right, TimeSpan ahead) : TimeProvider
{
    public override long TimestampFrequency => right.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => right.GetUtcNow() + ahead;

    public override long GetTimestamp() => right.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        right.CreateTimer(callback, state, dueTime, period);
}
