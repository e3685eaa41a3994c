using Microsoft.Extensions.Time.Testing;

namespace BillingClients.Testing.Tests;

/// <summary>A clock that stands still, and tells when a timer for that time was set: only then does it make sense to move it.</summary>
internal sealed class WatchedTimeProvider(TimeSpan watched) : FakeTimeProvider
{
    private readonly TaskCompletionSource _set = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal Task WhenSet => _set.Task.WaitAsync(TimeSpan.FromSeconds(30));

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ITimer timer = base.CreateTimer(callback, state, dueTime, period);
        if (dueTime == watched)
        {
            _set.TrySetResult();
        }

        return timer;
    }
}
