using System.Text.Json;

namespace BillingClients.Performance.Tests;

/// <summary>A request as it would have left, as far as the two sides of a comparison must agree.</summary>
internal sealed record SentRequest(string Method, string Target, string Key, bool HasIdempotencyKey, JsonElement? Body)
{
    internal static async Task<SentRequest> ReadAsync(HttpRequestMessage request, string keyHeader, CancellationToken cancellationToken) => new(
        request.Method.Method,
        request.RequestUri!.PathAndQuery,
        request.Headers.TryGetValues(keyHeader, out IEnumerable<string>? keys) ? string.Join(',', keys) : "",
        request.Headers.Contains("Idempotency-Key"),
        request.Content is null ? null : JsonElement.Parse(await request.Content.ReadAsStringAsync(cancellationToken)));

    internal void ShouldBe(SentRequest other)
    {
        (Method, Target, Key, HasIdempotencyKey).ShouldBe((other.Method, other.Target, other.Key, other.HasIdempotencyKey));
        (Body is null).ShouldBe(other.Body is null);
        if (Body is { } body)
        {
            JsonElement.DeepEquals(body, other.Body!.Value).ShouldBeTrue($"{body}\n{other.Body}");
        }
    }
}
