using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace BillingClients.Testing;

/// <summary>What the server does with a request: journal, script, provider, answer.</summary>
internal sealed class SimulatorApplication(ProviderSimulator simulator, TimeProvider timeProvider) : IHttpApplication<HttpContext>
{
    public HttpContext CreateContext(IFeatureCollection contextFeatures) => new DefaultHttpContext(contextFeatures);

    public void DisposeContext(HttpContext context, Exception? exception)
    {
    }

    public async Task ProcessRequestAsync(HttpContext context)
    {
        (JournalEntry request, SimulatedProvider? provider) = Receive(context);
        Script? script = provider?.Scripts.Take(request);
        request.Read(await ReadBodyAsync(context).ConfigureAwait(false));
        SimulatedAnswer answer = script is not null ? script.Answer(request) : Answer(request, provider);

        // Before the first byte: whoever has the answer finds it in the journal.
        request.Status = answer.Status;
        await AnswerWriter.WriteAsync(context, answer).ConfigureAwait(false);
    }

    private static SimulatedAnswer Answer(JournalEntry request, SimulatedProvider? provider)
    {
        if (provider is null)
        {
            request.Object("no provider is mounted at this path");
            return SimulatedAnswer.Text(404, "No provider is mounted at this path.");
        }

#pragma warning disable CA1031 // A mistake in the simulator must be seen in the journal, not as a bare 500.
        try
        {
            return provider.Handle(new SimulatedCall(request));
        }
        catch (Exception exception)
        {
            request.Object($"the simulator failed: {exception}");
            return SimulatedAnswer.Text(500, "The simulator failed; see the journal.");
        }
#pragma warning restore CA1031
    }

    private static async Task<byte[]> ReadBodyAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted).ConfigureAwait(false);
        return body.ToArray();
    }

    private (JournalEntry Request, SimulatedProvider? Provider) Receive(HttpContext context)
    {
        string target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        SimulatedProvider? provider = simulator.Providers.FirstOrDefault(candidate => IsUnder(candidate.BasePath, target));
        KeyValuePair<string, string>[] headers =
            [.. context.Request.Headers.SelectMany(header => header.Value, (header, value) => new KeyValuePair<string, string>(header.Key, value ?? ""))];
        var request = new JournalEntry(context.Request.Method, target, provider?.BasePath ?? "", headers)
        {
            Provider = provider?.Name,
            ReceivedAt = timeProvider.GetUtcNow(),
        };
        simulator.Journal.Add(request);
        return (request, provider);
    }

    private static bool IsUnder(string basePath, string target) =>
        target.StartsWith(basePath, StringComparison.Ordinal) && (target.Length == basePath.Length || target[basePath.Length] is '/' or '?');
}
