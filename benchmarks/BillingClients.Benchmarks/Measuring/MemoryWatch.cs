using System.Diagnostics;

namespace BillingClients.Benchmarks.Measuring;

/// <summary>Notes how much memory the process holds while something runs, every ten milliseconds.</summary>
internal sealed class MemoryWatch : IDisposable
{
    private readonly Timer _timer;
    private readonly long _start = Stopwatch.GetTimestamp();

    public MemoryWatch()
    {
        GC.Collect();
        _timer = new Timer(_ => Note(), null, TimeSpan.Zero, TimeSpan.FromMilliseconds(10));
    }

    /// <summary>The most that the garbage-collected heap held.</summary>
    public long PeakManaged { get; private set; }

    /// <summary>The most that the process held.</summary>
    public long PeakWorkingSet { get; private set; }

    public TimeSpan Elapsed => Stopwatch.GetElapsedTime(_start);

    public void Dispose() => _timer.Dispose();

    private void Note()
    {
        PeakManaged = Math.Max(PeakManaged, GC.GetTotalMemory(forceFullCollection: false));
        PeakWorkingSet = Math.Max(PeakWorkingSet, Environment.WorkingSet);
    }
}
