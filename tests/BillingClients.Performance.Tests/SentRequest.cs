using System.Text.Json;

namespace BillingClients.Performance.Tests;

/// <summary>A request as it would have left, as far as the two sides of a comparison must agree.</summary>
internal sealed record SentRequest(string Method, string Target, string Key, bool HasIdempotencyKey, bool HasAccept, bool HasUserAgent, JsonElement? Body)
{
    internal static async Task<SentRequest> ReadAsync(HttpRequestMessage request, string keyHeader, CancellationToken cancellationToken) => new(
        request.Method.Method,
        request.RequestUri!.PathAndQuery,
        request.Headers.TryGetValues(keyHeader, out IEnumerable<string>? keys) ? string.Join(',', keys) : "",
        request.Headers.Contains("Idempotency-Key"),
        request.Headers.Contains("Accept"),
        request.Headers.Contains("User-Agent"),
        request.Content is null ? null : JsonElement.Parse(await request.Content.ReadAsStringAsync(cancellationToken)));

    internal void ShouldBe(SentRequest other)
    {
        (Method, Target, Key, HasIdempotencyKey).ShouldBe((other.Method, other.Target, other.Key, other.HasIdempotencyKey));
        (HasAccept, HasUserAgent).ShouldBe((other.HasAccept, other.HasUserAgent), "Accept and User-Agent");
        (Body is null).ShouldBe(other.Body is null);
        if (Body is { } body)
        {
            JsonElement.DeepEquals(body, other.Body!.Value).ShouldBeTrue($"{body}\n{other.Body}");
        }
    }
}
