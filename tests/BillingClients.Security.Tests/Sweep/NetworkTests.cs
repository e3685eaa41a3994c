using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using BillingClients.Security.Tests.Fixtures;
using BillingClients.Security.Tests.Subjects;
using BillingClients.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace BillingClients.Security.Tests.Sweep;

/// <summary>Whatever the network does, or the caller while it waits, nothing of what was sent is printed, logged, traced or measured.</summary>
public sealed class NetworkTests
{
    public static TheoryData<string> Names => Subject.Names;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_request_that_goes_wrong_leaks_nothing(string provider)
    {
        await using Swept swept = await Swept.StartAsync(provider, static options => options.MaxAttempts = 2);
        foreach (SimulatedFault fault in SimulatedFault.All.Where(static fault => !fault.IsInConnection && !IsStall(fault)))
        {
            await swept.RunLoggedAsync(fault.Kind.ToString(), before: () =>
            {
                swept.Provider.Fault(fault);
                swept.Provider.Fault(fault);
            });
        }

        swept.ShouldHaveLeakedNothing();
        swept.Failures.ShouldContainKey(typeof(BillingConnectionException));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_request_without_an_answer_leaks_nothing(string provider)
    {
        await using Swept swept = await Swept.StartAsync(provider, static options =>
        {
            options.MaxAttempts = 1;
            options.AttemptTimeout = TimeSpan.FromMilliseconds(50);
        });
        foreach (SimulatedFault fault in SimulatedFault.All.Where(IsStall))
        {
            List<Task> waiting = [];
            foreach (SweptCall call in swept.Clients.SelectMany(client => SweptCall.Of(client, swept.Canaries)))
            {
                swept.Provider.Fault(fault);
                waiting.Add(swept.RunAsync($"{call.Name}, {fault.Kind}", () => call.RunAsync(swept.Canaries.Options(), Cancellation)));
            }

            await Task.WhenAll(waiting);
        }

        swept.ShouldHaveLeakedNothing();
        swept.Failures.ShouldContainKey(typeof(BillingTimeoutException));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_provider_that_is_down_leaks_nothing(string provider)
    {
        // A port that is taken and not listened on: the system refuses whoever connects to it.
        using Socket closed = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        closed.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        await using Swept swept = await Swept.StartAsync(provider, options =>
        {
            options.MaxAttempts = 2;
            options.BaseAddress = new Uri($"http://{closed.LocalEndPoint}");
        });

        await swept.RunAllAsync("connection refused");

        swept.ShouldHaveLeakedNothing();
        swept.Failures.Keys.ShouldHaveSingleItem().ShouldBe(typeof(BillingConnectionException));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_call_that_is_cancelled_leaks_nothing(string provider)
    {
        await using Swept swept = await Swept.StartAsync(provider);
        foreach (SweptCall call in swept.Clients.SelectMany(client => SweptCall.Of(client, swept.Canaries)))
        {
            using CancellationTokenSource cancelled = new();
            swept.Provider.Answer(request =>
            {
                cancelled.Cancel();
                return SimulatedAnswer.Text(500, "too late");
            });
            await swept.RunAsync($"{call.Name}, cancelled while it runs", () => call.RunAsync(swept.Canaries.Options(), cancelled.Token));
            await swept.RunAsync($"{call.Name}, cancelled before", () => call.RunAsync(swept.Canaries.Options(), cancelled.Token));
        }

        swept.ShouldHaveLeakedNothing();
        swept.Failures.ShouldContainKey(typeof(OperationCanceledException));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task An_answer_that_is_not_HTTP_leaks_nothing(string provider)
    {
        await using Swept swept = await Swept.StartAsync(provider);
        string everything = string.Join(' ', swept.Canaries.All.Values);
        string[] answers =
        [
            everything,
            $"{everything}\r\n\r\n",
            $"HTTP/1.1 {everything}\r\n\r\n",
            $"HTTP/1.1 200 OK\r\n{everything}\r\n\r\n",
            $"HTTP/1.1 200 OK\r\nContent-Length: {everything}\r\n\r\n",
            $"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n{everything}\r\n",
            $"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n{everything}\r\n",
            $"HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n{everything}",
            $"HTTP/1.1 200 OK\r\nContent-Type: application/json; charset={swept.Canaries.ApiKey}\r\nContent-Length: 3\r\n\r\n{{ }}",
            $"HTTP/1.1 200 OK\r\nContent-Type: {everything}\r\nContent-Encoding: {everything}\r\nContent-Length: 3\r\n\r\n{{ }}",
        ];
        foreach (string answer in answers)
        {
            await using LiteralServer server = new((stream, token) => stream.WriteAsync(Encoding.UTF8.GetBytes(answer), token).AsTask());
            using IDisposable owned = (IDisposable)Subject.Called(provider).NewClient(Set, swept.Observed.Log);
            foreach (SweptCall call in SweptCall.Of((ICustomerClient)owned, swept.Canaries))
            {
                await swept.RunAsync($"{call.Name}, garbled", () => call.RunAsync(swept.Canaries.Options(), Cancellation));
            }

            void Set(ProviderOptions options)
            {
                options.BaseAddress = server.Address;
                options.ApiKey = swept.Canaries.ApiKey;
                options.MaxAttempts = 1;
                options.RetryBaseDelay = TimeSpan.Zero;
            }
        }

        swept.ShouldHaveLeakedNothing();
        swept.Failures.ShouldContainKey(typeof(BillingConnectionException));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_request_carries_nothing_of_the_spans_around_it(string provider)
    {
        await using Swept swept = await Swept.StartAsync(provider);
        using Activity around = StartAround();

        await swept.RunAllAsync("traced");

        ShouldCarryNothingOf(around, swept.Provider);
    }

    [Fact]
    public async Task A_request_through_a_handler_of_the_applications_own_carries_nothing_of_the_spans_around_it()
    {
        await using ProviderSimulator simulator = await ProviderSimulator.StartAsync(cancellationToken: Cancellation);
        ServiceCollection services = new();
        services.AddFlexprice(options =>
        {
            options.BaseAddress = simulator.Flexprice.BaseAddress;
            options.ApiKey = simulator.Flexprice.ApiKey;
        }).ConfigureHttpClient(static http => http.ConfigurePrimaryHttpMessageHandler(static () => new SocketsHttpHandler()));
        await using ServiceProvider provider = services.BuildServiceProvider();
        using Activity around = StartAround();

        await provider.GetRequiredService<ICustomerClient>().ListPageAsync(new CustomerListRequest(), cancellationToken: Cancellation);

        ShouldCarryNothingOf(around, simulator.Flexprice);
    }

    private static Activity StartAround() =>
        new Activity("around") { TraceStateString = "canary=state" }.SetIdFormat(ActivityIdFormat.W3C).AddBaggage("user", "Canarybaggage").Start();

    private static void ShouldCarryNothingOf(Activity around, SimulatedProvider provider)
    {
        string[] headers = [.. provider.Requests.SelectMany(static request => request.Headers).Select(static header => $"{header.Key}: {header.Value}")];
        headers.ShouldContain(static header => header.StartsWith("Host: ", StringComparison.Ordinal));
        headers.ShouldAllBe(header => !header.Contains("canary=state") && !header.Contains("Canarybaggage") && !header.Contains($"{around.TraceId}"));
    }

    private static bool IsStall(SimulatedFault fault) => fault.Kind is FaultKind.StallBeforeCommit or FaultKind.StallInHeaders or FaultKind.StallInBody;
}
