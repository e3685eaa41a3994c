using System.Collections.Concurrent;

namespace Quickstart;

/// <summary>Notes what clients send, with the key masked.</summary>
internal sealed class WireRecorder
{
    private readonly ConcurrentDictionary<string, List<WireRequest>> _requests = new();

    /// <summary>The first request that was to change something; null if none was sent. Before a create, a client may look whether the customer exists.</summary>
    public WireRequest? FirstWriteOf(string name) => _requests.GetValueOrDefault(name)?.Find(static request => request.Method != "GET");

    /// <summary>A primary handler: only that one sees the API key, which is added after all others.</summary>
    public HttpMessageHandler For(string name) => new RecordingHandler(_requests.GetOrAdd(name, static _ => [])) { InnerHandler = new SocketsHttpHandler() };

    private sealed class RecordingHandler(List<WireRequest> requests) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            string? body = request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken);
            requests.Add(new WireRequest(request.Method.Method, request.RequestUri!.PathAndQuery, KeyHeader(request), body));
            return await base.SendAsync(request, cancellationToken);
        }

        private static string KeyHeader(HttpRequestMessage request)
        {
            (string name, string value) = request.Headers.NonValidated.Select(static header => (header.Key, header.Value.ToString()))
                .First(static header => header.Key is "Authorization" or "x-api-key");
            return $"{name}: {(value.StartsWith("Bearer ", StringComparison.Ordinal) ? "Bearer " : "")}•••";
        }
    }
}
