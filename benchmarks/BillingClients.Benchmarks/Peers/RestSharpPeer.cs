using System.Text.Json.Serialization.Metadata;
using BillingClients.Benchmarks.Providers;
using RestSharp;
using RestSharp.Serializers.Json;

namespace BillingClients.Benchmarks.Peers;

/// <summary>RestSharp, with System.Text.Json and the provider's generated serializer.</summary>
internal sealed class RestSharpPeer : Peer
{
    private readonly RestClient _client;

    public RestSharpPeer(ProviderCase provider, Uri address, HttpMessageHandler handler)
    {
        _client = new RestClient(
            new RestClientOptions(address) { ConfigureMessageHandler = _ => handler },
            configureSerialization: config => config.UseSystemTextJson(provider.Json.Options));
        _client.AddDefaultHeader(provider.KeyHeader, provider.KeyPrefix + provider.ApiKey);
    }

    public override Task<TResult> GetAsync<TAnswer, TResult>(string path, JsonTypeInfo<TAnswer> answerInfo, Func<TAnswer, TResult> read) =>
        SendAsync(new RestRequest(path), read);

    public override Task<TResult> SendAsync<TBody, TAnswer, TResult>(
        HttpMethod method,
        string path,
        TBody body,
        JsonTypeInfo<TBody> bodyInfo,
        JsonTypeInfo<TAnswer> answerInfo,
        Func<TAnswer, TResult> read,
        string? idempotencyKey = null)
    {
        RestRequest request = new RestRequest(path, MethodOf(method)).AddJsonBody(body);
        if (idempotencyKey is not null)
        {
            request.AddHeader("Idempotency-Key", idempotencyKey);
        }

        return SendAsync(request, read);
    }

    public override void Dispose() => _client.Dispose();

    private async Task<TResult> SendAsync<TAnswer, TResult>(RestRequest request, Func<TAnswer, TResult> read)
        where TAnswer : class
    {
        RestResponse<TAnswer> response = await _client.ExecuteAsync<TAnswer>(request);
        return read(response.ThrowIfError().Data!);
    }

    private static Method MethodOf(HttpMethod method) =>
        method == HttpMethod.Post ? Method.Post : method == HttpMethod.Put ? Method.Put : method == HttpMethod.Patch ? Method.Patch : Method.Get;
}
