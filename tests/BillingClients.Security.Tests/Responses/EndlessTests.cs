using BillingClients.Security.Tests.Fixtures;
using BillingClients.Security.Tests.Subjects;
using Microsoft.Extensions.Time.Testing;

namespace BillingClients.Security.Tests.Responses;

/// <summary>An answer that does not end is given up: when it is too large, or when its time is over.</summary>
public sealed class EndlessTests
{
    // A call that is not given up would hang the run.
    private const int Hung = 60_000;

    public enum Place
    {
        BeforeTheHeaders,
        InTheHeaders,
        InTheBody,
        InTheBodyOfAnError,
    }

    public static TheoryData<string, Place> Rows => new MatrixTheoryData<string, Place>(Subject.All.Select(static subject => subject.Name), Enum.GetValues<Place>());

    [Theory(Timeout = Hung)]
    [MemberData(nameof(Rows))]
    public async Task An_answer_that_stalls_ends_with_the_time_for_the_attempt(string subject, Place place)
    {
        FakeTimeProvider clock = new();
        byte[] beginning = place switch
        {
            Place.BeforeTheHeaders => [],
            Place.InTheHeaders => "HTTP/1.1 200 OK\r\nContent-Type: app"u8.ToArray(),
            Place.InTheBody => "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{\"id\":"u8.ToArray(),
            _ => "HTTP/1.1 404 Not Found\r\nContent-Length: 1000\r\n\r\n{\"error\":"u8.ToArray(),
        };
        using SemaphoreSlim stalled = new(0);
        await using LiteralServer server = new(async (stream, token) =>
        {
            await stream.WriteAsync(beginning, token);
            stalled.Release();
            await Task.Delay(Timeout.Infinite, token);
        });
        await using Bench bench = await Bench.StartAsync(subject, options => options.BaseAddress = server.Address, clock: clock);
        foreach (Operation operation in Operation.Of(bench.Client))
        {
            Task call = bench.RunAsync(operation, "crm-1815");
            await stalled.WaitAsync(TestContext.Current.CancellationToken);
            call.IsCompleted.ShouldBeFalse(operation.Name);
            clock.Advance(TimeSpan.FromSeconds(30));
            if (operation.Kind == OperationKind.Create)
            {
                // The look-up for what the create has done stalls too.
                using CancellationTokenSource ended = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
                await Task.WhenAny(call, stalled.WaitAsync(ended.Token));
                await ended.CancelAsync();
                clock.Advance(TimeSpan.FromSeconds(30));
            }

            BillingException failure = await Should.ThrowAsync<BillingException>(() => call, operation.Name);
            (failure as BillingTimeoutException ?? failure.InnerException.ShouldBeOfType<BillingTimeoutException>(operation.Name)).Fired.ShouldBe(BillingTimeout.Attempt);
        }
    }

    [Theory(Timeout = Hung)]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", "1000\r\n", "\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 9223372036854775807\r\n\r\n", "", "")]
    [InlineData("HTTP/1.1 200 OK\r\n\r\n", "", "")]
    [InlineData("HTTP/1.1 500 Oh\r\n\r\n", "", "")]
    [InlineData("HTTP/1.1 200 OK\r\n", "X-Filler: ", "\r\n")]
    public async Task An_answer_that_goes_on_and_on_ends_with_the_limit_on_its_size(string head, string before, string after)
    {
        byte[] part = [.. System.Text.Encoding.ASCII.GetBytes(before), .. Enumerable.Repeat((byte)' ', 4096), .. System.Text.Encoding.ASCII.GetBytes(after)];
        await using LiteralServer server = new(async (stream, token) =>
        {
            await stream.WriteAsync(System.Text.Encoding.ASCII.GetBytes(head), token);
            while (true)
            {
                await stream.WriteAsync(part, token);
            }
        });
        foreach (string subject in Subject.All.Select(static subject => subject.Name))
        {
            // Only the size can end it: the clock stands still.
            await using Bench bench = await Bench.StartAsync(subject, options => options.BaseAddress = server.Address, clock: new FakeTimeProvider());
            foreach (Operation operation in Operation.Of(bench.Client))
            {
                await Should.ThrowAsync<BillingException>(
                    () => operation.RunAsync(bench.Client, "crm-1815", Bench.Sample, null, TestContext.Current.CancellationToken),
                    $"{subject}, {operation.Name}");
            }
        }
    }
}
