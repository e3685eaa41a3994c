using System.ClientModel;
using System.ClientModel.Primitives;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using BillingClients.Benchmarks.Providers;

namespace BillingClients.Benchmarks.Peers;

/// <summary>System.ClientModel's pipeline with its default policies, on which the SDKs of several services stand.</summary>
internal sealed class ClientModelPeer : Peer
{
    private readonly HttpClient _http;
    private readonly ClientPipeline _pipeline;
    private readonly string _prefix;

    public ClientModelPeer(ProviderCase provider, Uri address, HttpMessageHandler handler)
    {
        _http = new HttpClient(handler);
        _prefix = $"{address}/";
        AuthenticationPolicy key = ApiKeyAuthenticationPolicy.CreateHeaderApiKeyPolicy(
            new ApiKeyCredential(provider.ApiKey), provider.KeyHeader, provider.KeyPrefix.Length == 0 ? null : provider.KeyPrefix.TrimEnd());
        _pipeline = ClientPipeline.Create(new ClientPipelineOptions { Transport = new HttpClientPipelineTransport(_http) }, [], [key], []);
    }

    public override Task<TResult> GetAsync<TAnswer, TResult>(string path, JsonTypeInfo<TAnswer> answerInfo, Func<TAnswer, TResult> read) =>
        SendAsync(_pipeline.CreateMessage(new Uri(_prefix + path), "GET"), answerInfo, read);

    public override Task<TResult> SendAsync<TBody, TAnswer, TResult>(
        HttpMethod method,
        string path,
        TBody body,
        JsonTypeInfo<TBody> bodyInfo,
        JsonTypeInfo<TAnswer> answerInfo,
        Func<TAnswer, TResult> read,
        string? idempotencyKey = null)
    {
        PipelineMessage message = _pipeline.CreateMessage(new Uri(_prefix + path), method.Method);
        message.Request.Headers.Set("Content-Type", "application/json");
        message.Request.Content = BinaryContent.Create(BinaryData.FromBytes(JsonSerializer.SerializeToUtf8Bytes(body, bodyInfo)));
        if (idempotencyKey is not null)
        {
            message.Request.Headers.Set("Idempotency-Key", idempotencyKey);
        }

        return SendAsync(message, answerInfo, read);
    }

    public override void Dispose() => _http.Dispose();

    private async Task<TResult> SendAsync<TAnswer, TResult>(PipelineMessage sent, JsonTypeInfo<TAnswer> answerInfo, Func<TAnswer, TResult> read)
    {
        using PipelineMessage message = sent;
        message.Request.Headers.Set("Accept", "application/json");
        message.Request.Headers.Set("User-Agent", "benchmark/1.0");
        await _pipeline.SendAsync(message);
        PipelineResponse response = message.Response!;
        return response.IsError ? throw new ClientResultException(response) : read(JsonSerializer.Deserialize(response.Content.ToMemory().Span, answerInfo)!);
    }
}
