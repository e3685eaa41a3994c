using BillingClients.Conformance;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace BillingClients.Ledgerly.Tests.Simulation;

/// <summary>Ledgerly on a loopback port: its endpoints, its key, and a look at what it received.</summary>
internal sealed class LedgerlySimulator : IAsyncDisposable
{
    internal const string ApiKey = "led_9Tq4Wm2Zx7";

    private readonly LedgerlyEndpoints _endpoints = new(new LedgerlyStore(), new Objections());
    private readonly WebApplication _server;
    private HeldRequest? _held;
    private int _requests;
    private bool _loseNextAnswer;

    private LedgerlySimulator()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _server = builder.Build();
        _server.Use(ReceiveAsync);
        _endpoints.Map(_server);
    }

    internal Uri BaseAddress => new($"{_server.Urls.Single()}/v1");

    /// <summary>How many requests came in.</summary>
    internal int RequestCount => Volatile.Read(ref _requests);

    /// <summary>What was wrong with them.</summary>
    internal IReadOnlyList<string> Objections => _endpoints.Objections.All;

    /// <summary>How many customers there are.</summary>
    internal int CustomerCount => _endpoints.Store.Count;

    internal static async Task<LedgerlySimulator> StartAsync(CancellationToken cancellationToken)
    {
        LedgerlySimulator simulator = new();
        await simulator._server.StartAsync(cancellationToken);
        return simulator;
    }

    /// <summary>Keeps the next request waiting.</summary>
    internal HeldRequest HoldNextRequest() => _held = new HeldRequest();

    /// <summary>Does what the next request asks for, and breaks the connection in place of an answer.</summary>
    internal void LoseNextAnswer() => Volatile.Write(ref _loseNextAnswer, true);

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task ReceiveAsync(HttpContext context, RequestDelegate next)
    {
        Interlocked.Increment(ref _requests);
        if (Interlocked.Exchange(ref _held, null) is { } held)
        {
            await held.HoldAsync(context.RequestAborted);
        }

        if (context.Request.Headers["X-Ledgerly-Key"] != ApiKey)
        {
            await LedgerlyAnswers.Error(401, "bad_key", "This key is not known.").ExecuteAsync(context);
            return;
        }

        bool lose = Interlocked.Exchange(ref _loseNextAnswer, false);
        if (lose)
        {
            context.Response.Body = Stream.Null;
        }

        await next(context);
        if (lose)
        {
            context.Abort();
        }
    }
}
