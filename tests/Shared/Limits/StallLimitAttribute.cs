using System.Collections.Concurrent;
using System.Diagnostics;
using System.Reflection;
using System.Runtime.CompilerServices;
using Xunit.v3;

[assembly: BillingClients.Tests.StallLimit]

namespace BillingClients.Tests;

/// <summary>
/// Ends a test program in which no test has begun or ended for some minutes, and names the tests that were running. A test that ignores cancellation
/// cannot be ended in another way.
/// </summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class StallLimitAttribute : BeforeAfterTestAttribute
{
    private const int ExitCode = 3;
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(4);
    private static readonly ConcurrentDictionary<string, string> Running = new();
    private static long _lastProgress = Stopwatch.GetTimestamp();

    /// <inheritdoc/>
    public override void Before(MethodInfo methodUnderTest, IXunitTest test)
    {
        Running[test.UniqueID] = test.TestDisplayName;
        Volatile.Write(ref _lastProgress, Stopwatch.GetTimestamp());
    }

    /// <inheritdoc/>
    public override void After(MethodInfo methodUnderTest, IXunitTest test)
    {
        Running.TryRemove(test.UniqueID, out _);
        Volatile.Write(ref _lastProgress, Stopwatch.GetTimestamp());
    }

    // A thread of its own: the pool may be what is blocked.
    [ModuleInitializer]
    internal static void Start() => new Thread(Watch) { IsBackground = true, Name = "stall limit" }.Start();

    private static void Watch()
    {
        while (Debugger.IsAttached || Stopwatch.GetElapsedTime(Volatile.Read(ref _lastProgress)) < Limit)
        {
            Thread.Sleep(TimeSpan.FromSeconds(1));
        }

        string names = Running.IsEmpty ? "none; one may be starting or being disposed" : string.Join(Environment.NewLine, Running.Values.Order());
        Console.Error.WriteLine($"The test program was ended: for {Limit.TotalMinutes} minutes no test began or ended. These were running:{Environment.NewLine}{names}");
        Environment.Exit(ExitCode);
    }
}
