using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace BillingClients.Benchmarks.Peers;

/// <summary>
/// The yardstick: <see cref="HttpClient"/> as a good programmer uses it who wants a small call. The body is serialized to bytes, the answer is deserialized
/// from the stream, and there is one asynchronous method for all.
/// </summary>
internal sealed class HandWrittenPeer(HttpClient http) : Peer
{
    public override Task<TResult> GetAsync<TAnswer, TResult>(string path, JsonTypeInfo<TAnswer> answerInfo, Func<TAnswer, TResult> read) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Get, path), answerInfo, read);

    public override Task<TResult> SendAsync<TBody, TAnswer, TResult>(
        HttpMethod method,
        string path,
        TBody body,
        JsonTypeInfo<TBody> bodyInfo,
        JsonTypeInfo<TAnswer> answerInfo,
        Func<TAnswer, TResult> read,
        string? idempotencyKey = null)
    {
        ByteArrayContent content = new(JsonSerializer.SerializeToUtf8Bytes(body, bodyInfo));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        HttpRequestMessage request = new(method, path) { Content = content };
        if (idempotencyKey is not null)
        {
            request.Headers.Add("Idempotency-Key", idempotencyKey);
        }

        return SendAsync(request, answerInfo, read);
    }

    public override void Dispose() => http.Dispose();

    private async Task<TResult> SendAsync<TAnswer, TResult>(HttpRequestMessage message, JsonTypeInfo<TAnswer> answerInfo, Func<TAnswer, TResult> read)
    {
        using HttpRequestMessage request = message;
        using HttpResponseMessage response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        response.EnsureSuccessStatusCode();
        return read((await response.Content.ReadFromJsonAsync(answerInfo))!);
    }
}
