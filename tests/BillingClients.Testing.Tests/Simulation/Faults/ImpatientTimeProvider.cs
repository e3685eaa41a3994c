using Microsoft.Extensions.Time.Testing;

namespace BillingClients.Testing.Tests;

/// <summary>
/// A clock that moves to each timer's due time as soon as the timer is set.
/// FakeTimeProvider alone cannot be used here: a test cannot see when the simulator has set a timer, and so does not know when to advance it.
/// </summary>
internal sealed class ImpatientTimeProvider : FakeTimeProvider
{
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ITimer timer = base.CreateTimer(callback, state, dueTime, period);
        Advance(dueTime);
        return timer;
    }
}
