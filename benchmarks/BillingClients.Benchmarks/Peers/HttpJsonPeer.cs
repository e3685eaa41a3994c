using System.Net.Http.Json;
using System.Text.Json.Serialization.Metadata;

namespace BillingClients.Benchmarks.Peers;

/// <summary>The extension methods of System.Net.Http.Json, with what they do by default.</summary>
internal sealed class HttpJsonPeer(HttpClient http) : Peer
{
    public override async Task<TResult> GetAsync<TAnswer, TResult>(string path, JsonTypeInfo<TAnswer> answerInfo, Func<TAnswer, TResult> read) =>
        read((await http.GetFromJsonAsync(path, answerInfo))!);

    public override async Task<TResult> SendAsync<TBody, TAnswer, TResult>(
        HttpMethod method,
        string path,
        TBody body,
        JsonTypeInfo<TBody> bodyInfo,
        JsonTypeInfo<TAnswer> answerInfo,
        Func<TAnswer, TResult> read,
        string? idempotencyKey = null)
    {
        using HttpRequestMessage request = new(method, path) { Content = JsonContent.Create(body, bodyInfo) };
        if (idempotencyKey is not null)
        {
            request.Headers.Add("Idempotency-Key", idempotencyKey);
        }

        using HttpResponseMessage response = await http.SendAsync(request);
        response.EnsureSuccessStatusCode();
        return read((await response.Content.ReadFromJsonAsync(answerInfo))!);
    }

    public override void Dispose() => http.Dispose();
}
