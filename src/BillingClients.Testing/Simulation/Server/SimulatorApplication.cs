using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace BillingClients.Testing;

/// <summary>Handles a request: notes it in the journal, takes a script or fault for it, asks the provider, and answers.</summary>
internal sealed class SimulatorApplication(ProviderSimulator simulator, ProviderSimulatorOptions options) : IHttpApplication<HttpContext>
{
    private readonly FaultyDelivery _delivery = new(options.TimeProvider, simulator.Faults.Stalls);
    private readonly TimeProvider _timeProvider = options.TimeProvider;
    private readonly Action<JournalEntry>? _answered = options.Answered;
    private readonly bool _keepAnswers = options.KeepAnswers;

    public HttpContext CreateContext(IFeatureCollection contextFeatures) => new DefaultHttpContext(contextFeatures);

    public void DisposeContext(HttpContext context, Exception? exception)
    {
    }

    public async Task ProcessRequestAsync(HttpContext context)
    {
        (JournalEntry request, SimulatedProvider? provider) = Receive(context);
        try
        {
            await AnswerAsync(context, request, provider).ConfigureAwait(false);
        }
        finally
        {
            _answered?.Invoke(request);
        }
    }

    private async Task AnswerAsync(HttpContext context, JournalEntry request, SimulatedProvider? provider)
    {
        if (provider?.RefuseAboveLimit(new SimulatedCall(request)) is { } refusal)
        {
            request.Read(await ReadBodyAsync(context).ConfigureAwait(false));
            await SendAsync(context, request, provider, refusal, fault: null).ConfigureAwait(false);
            return;
        }

        Script? script = provider?.Scripts.Take(request);
        SimulatedFault? fault = script is null ? provider?.Distribution?.DrawForRequest() : script.Fault;
        if (fault is not null)
        {
            request.Fault = fault.Kind;
            simulator.Faults.Record(new InjectedFault(provider!.Name, fault, AtRandom: script is null, request) { Account = provider.AccountName });
        }

        if (fault?.Kind == FaultKind.ResetBeforeRead)
        {
            await FaultyDelivery.Reset(context).ConfigureAwait(false);
            return;
        }

        request.Read(await ReadBodyAsync(context).ConfigureAwait(false));
        if (fault?.Kind == FaultKind.StallBeforeCommit)
        {
            await simulator.Faults.Stalls.WaitAsync(context.RequestAborted).ConfigureAwait(false);
        }

        await SendAsync(context, request, provider, Answer(request, provider, script, fault), fault).ConfigureAwait(false);
    }

    private async Task SendAsync(HttpContext context, JournalEntry request, SimulatedProvider? provider, SimulatedAnswer answer, SimulatedFault? fault)
    {
        if (provider?.Latency is { Ticks: > 0 } latency)
        {
            await Task.Delay(latency, _timeProvider, context.RequestAborted).ConfigureAwait(false);
        }

        await _delivery.SendAsync(context, request, answer, fault).ConfigureAwait(false);
    }

    private static async Task<byte[]> ReadBodyAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted).ConfigureAwait(false);
        return body.ToArray();
    }

    private static SimulatedAnswer Answer(JournalEntry request, SimulatedProvider? provider, Script? script, SimulatedFault? fault)
    {
        if (provider is null)
        {
            request.AddObjection("no provider is mounted at this path");
            return SimulatedAnswer.Text(404, "No provider is mounted at this path.");
        }

#pragma warning disable CA1031 // A mistake in the simulator or in a script must be seen in the journal, not as a bare 500.
        try
        {
            return provider.Handle(new SimulatedCall(request), script, fault);
        }
        catch (Exception exception)
        {
            request.AddObjection($"the simulator failed: {exception}");
            return SimulatedAnswer.Text(500, "The simulator failed; see the journal.");
        }
#pragma warning restore CA1031
    }

    private (JournalEntry Request, SimulatedProvider? Provider) Receive(HttpContext context)
    {
        string target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        SimulatedProvider? provider = simulator.ProviderAt(target);
        KeyValuePair<string, string>[] headers =
            [.. context.Request.Headers.SelectMany(header => header.Value, (header, value) => new KeyValuePair<string, string>(header.Key, value ?? ""))];
        var request = new JournalEntry(context.Request.Method, target, provider?.BasePath ?? "", headers)
        {
            Receiver = provider,
            ReceivedAt = _timeProvider.GetUtcNow(),
            KeepsAnswer = _keepAnswers,
        };
        simulator.Journal.Add(request);
        return (request, provider);
    }
}
