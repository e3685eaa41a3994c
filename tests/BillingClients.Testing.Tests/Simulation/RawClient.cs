using System.Text;

namespace BillingClients.Testing.Tests;

/// <summary>HttpClient with nothing in between: no redirects, no pooling of connections.</summary>
public sealed class RawClient : IDisposable
{
    private readonly HttpClient _http;
    private readonly Uri _baseAddress;

    public RawClient(Uri baseAddress, string? keyHeader, string key, SocketsHttpHandler? handler = null)
    {
        handler ??= new SocketsHttpHandler();
        handler.AllowAutoRedirect = false;
        handler.PooledConnectionLifetime = TimeSpan.Zero;
        _http = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        if (keyHeader is not null)
        {
            _http.DefaultRequestHeaders.TryAddWithoutValidation(keyHeader, key);
        }

        _baseAddress = baseAddress;
    }

    public Task<RawAnswer> GetAsync(string path) => SendAsync("GET", path);

    public Task<RawAnswer> DeleteAsync(string path) => SendAsync("DELETE", path);

    public Task<RawAnswer> PostAsync(string path, string json) => SendAsync("POST", path, json);

    public Task<RawAnswer> PutAsync(string path, string json) => SendAsync("PUT", path, json);

    public Task<RawAnswer> PatchAsync(string path, string json) => SendAsync("PATCH", path, json);

    public async Task<RawAnswer> SendAsync(string method, string path, string? body = null, string? contentType = "application/json", params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(_baseAddress.AbsoluteUri + path));
        if (body is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            if (contentType is not null)
            {
                request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
            }
        }

        foreach ((string name, string value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using HttpResponseMessage response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        return await RawAnswer.ReadAsync(response);
    }

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);

    public void Dispose() => _http.Dispose();
}
