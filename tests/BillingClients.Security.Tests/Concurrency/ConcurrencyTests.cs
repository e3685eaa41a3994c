using System.Collections.Concurrent;
using BillingClients.Security.Tests.Fixtures;
using BillingClients.Security.Tests.Subjects;
using BillingClients.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace BillingClients.Security.Tests.Concurrency;

/// <summary>1,000 calls at once over one client, of which most go wrong in some way, while the key changes.</summary>
[Collection(nameof(Alone))]
public sealed class ConcurrencyTests
{
    private const int Calls = 1000;

    // A connection that one call kept would be missed by the others: they would wait for it without end.
    private const int Connections = 8;
    private const int Hung = 60_000;

    [Theory(Timeout = Hung)]
    [MemberData(nameof(Subject.Names), MemberType = typeof(Subject))]
    public async Task Each_caller_gets_what_is_its_own_and_nothing_is_left_behind(string subject)
    {
        RotatingKeys keys = new(subject);
        CountingHandler counter = new();
        await using Bench bench = await Bench.StartAsync(
            subject,
            options =>
            {
                options.ApiKey = null;
                options.ApiKeyProvider = _ => new(keys.Next());
            },
            http => http.UseSocketsHttpHandler(static (handler, _) => handler.MaxConnectionsPerServer = Connections).AddHttpMessageHandler(() => counter));
        keys.Provider = bench.Provider;
        Customer stored = await bench.Client.CreateAsync(Bench.Sample, cancellationToken: TestContext.Current.CancellationToken);
        bench.Simulator.Journal.Clear();
        Caller[] callers = [.. Enumerable.Range(0, Calls).Select(number => new Caller(bench, number, stored.Id))];
        (int First, int Last)[] generations = new (int, int)[Calls];

        IReadOnlyList<Exception> unobserved = await UnobservedAsync(() => Task.WhenAll(callers.Select(async (caller, i) =>
        {
            generations[i].First = keys.Generation;
            await caller.CallAsync();
            generations[i].Last = keys.Generation;
        })));

        unobserved.ShouldBeEmpty();
        counter.GivenBack.ShouldBe(counter.HandedOut);
        counter.HandedOut.ShouldBeGreaterThan(Calls / 2);
        bench.Provider.PendingScripts.ShouldBe(0);
        CheckKeys(bench.Provider.Requests, Subject.Called(subject).KeyHeader, callers, generations);
        await AllConnectionsAreFreeAsync(bench);
    }

    private static void CheckKeys(IReadOnlyList<JournalEntry> requests, string keyHeader, Caller[] callers, (int First, int Last)[] generations)
    {
        // A call may take two requests, as a create that looks first.
        requests.Select(static request => request.Header(Caller.Header)).Distinct().Count().ShouldBe(Calls);
        requests.Count.ShouldBeInRange(Calls, 2 * Calls);
        foreach (JournalEntry request in requests)
        {
            int number = int.Parse(request.Header(Caller.Header)!, System.Globalization.CultureInfo.InvariantCulture);
            string sent = request.Header(keyHeader)!.Split(' ')[^1];
            if (callers[number].OwnKey is { } own)
            {
                sent.ShouldBe(own);
            }
            else
            {
                RotatingKeys.GenerationOf(sent).ShouldBeInRange(generations[number].First, generations[number].Last);
            }
        }
    }

    private static async Task AllConnectionsAreFreeAsync(Bench bench)
    {
        using SemaphoreSlim arrived = new(0);
        for (int i = 0; i < Connections; i++)
        {
            bench.Provider.Fault(SimulatedFault.StallBeforeCommit, _ =>
            {
                arrived.Release();
                return true;
            });
        }

        using CancellationTokenSource enough = new();
        Task<CustomerPage>[] holding = [.. Enumerable.Range(0, Connections).Select(_ => bench.Client.ListPageAsync(new CustomerListRequest(), cancellationToken: enough.Token))];
        for (int i = 0; i < Connections; i++)
        {
            await arrived.WaitAsync(TestContext.Current.CancellationToken);
        }

        await enough.CancelAsync();
        foreach (Task<CustomerPage> held in holding)
        {
            await Should.ThrowAsync<OperationCanceledException>(() => held);
        }
    }

    private static async Task<IReadOnlyList<Exception>> UnobservedAsync(Func<Task> run)
    {
        Collect();
        ConcurrentQueue<Exception> unobserved = [];
        EventHandler<UnobservedTaskExceptionEventArgs> keep = (_, e) => unobserved.Enqueue(e.Exception);
        TaskScheduler.UnobservedTaskException += keep;
        try
        {
            await run();
            Collect();
        }
        finally
        {
            TaskScheduler.UnobservedTaskException -= keep;
        }

        return [.. unobserved];
    }

    private static void Collect()
    {
        for (int i = 0; i < 2; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
    }
}
