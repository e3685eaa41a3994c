using System.Collections.Concurrent;
using System.Diagnostics;
using System.Reflection;
using System.Runtime.CompilerServices;
using Xunit.v3;

[assembly: BillingClients.Tests.StallLimit]

namespace BillingClients.Tests;

/// <summary>
/// Cancels a test that runs for 3 minutes. Ends the test program if no test has begun or ended for 5 minutes, because a test that ignores its cancellation
/// cannot be ended in another way. Both print which test it was.
/// </summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class StallLimitAttribute : BeforeAfterTestAttribute
{
    private const int ExitCode = 3;
    private static readonly TimeSpan OneTest = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan NoProgress = TimeSpan.FromMinutes(5);
    private static readonly ConcurrentDictionary<string, (long Began, ITestContext Context)> Running = new();
    private static long _lastProgress = Stopwatch.GetTimestamp();

    /// <inheritdoc/>
    public override void Before(MethodInfo methodUnderTest, IXunitTest test)
    {
        long now = Stopwatch.GetTimestamp();
        Running[test.UniqueID] = (now, TestContext.Current);
        Volatile.Write(ref _lastProgress, now);
    }

    /// <inheritdoc/>
    public override void After(MethodInfo methodUnderTest, IXunitTest test)
    {
        Running.TryRemove(test.UniqueID, out _);
        Volatile.Write(ref _lastProgress, Stopwatch.GetTimestamp());
    }

    // It has its own thread, because the thread pool may be blocked.
    [ModuleInitializer]
    internal static void Start() => new Thread(Watch) { IsBackground = true, Name = "stall limit" }.Start();

    private static void Watch()
    {
        while (Debugger.IsAttached || Stopwatch.GetElapsedTime(Volatile.Read(ref _lastProgress)) < NoProgress)
        {
            Thread.Sleep(TimeSpan.FromSeconds(1));
            CancelLongTests();
        }

        Console.Error.WriteLine($"No test began or ended for {NoProgress.TotalMinutes} minutes; the program was ended. Running: {NamesOf(Running.Values)}");
        Environment.Exit(ExitCode);
    }

    private static void CancelLongTests()
    {
        foreach ((_, ITestContext context) in Running.Values.Where(static test => !Debugger.IsAttached && Stopwatch.GetElapsedTime(test.Began) > OneTest))
        {
            if (!context.CancellationToken.IsCancellationRequested)
            {
                Console.Error.WriteLine($"Cancelled after {OneTest.TotalMinutes} minutes: {context.Test?.TestDisplayName}");

                // The test may go on in the thread that cancels it, and block it.
                new Thread(context.CancelCurrentTest) { IsBackground = true, Name = "cancelled test" }.Start();
            }
        }
    }

    private static string NamesOf(ICollection<(long Began, ITestContext Context)> tests) =>
        tests.Count == 0 ? "none; one may be starting or ending" : string.Join(", ", tests.Select(static test => test.Context.Test?.TestDisplayName).Order());
}
