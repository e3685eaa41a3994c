using BillingClients.Benchmarks.Answers;
using BillingClients.Benchmarks.Providers;

namespace BillingClients.Performance.Tests;

/// <summary>Keeps what is sent, and answers as the benchmarks' server does.</summary>
internal sealed class RecordingHandler(ProviderCase provider) : DelegatingHandler(new AnsweringHandler(new FixedAnswers(provider)))
{
    internal List<SentRequest> Sent { get; } = [];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Sent.Add(await SentRequest.ReadAsync(request, provider.KeyHeader, cancellationToken));
        return await base.SendAsync(request, cancellationToken);
    }
}
