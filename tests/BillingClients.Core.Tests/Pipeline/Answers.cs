using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace BillingClients.Core.Tests.Pipeline;

/// <summary>Answers of a provider.</summary>
internal static class Answers
{
    public static HttpResponseMessage Status(int status, string body = "{}") =>
        new((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };

    /// <summary>Flexprice's answer about a customer that it does not have.</summary>
    public static HttpResponseMessage NotFound() => Status(404, """{"code":"not_found","message":"Customer was not found"}""");

    /// <summary>A refusal that says how long to wait.</summary>
    public static HttpResponseMessage RetryAfter(TimeSpan wait)
    {
        HttpResponseMessage answer = Status(429);
        answer.Headers.RetryAfter = new RetryConditionHeaderValue(wait);
        return answer;
    }

    public static HttpResponseMessage Customer(int status, string externalId, DateTimeOffset createdAt, string name = "Ada Lovelace") => Status(status, $$"""
        {"id":"cust_1","external_id":"{{externalId}}","name":"{{name}}","created_at":"{{createdAt:yyyy-MM-dd'T'HH:mm:ss'Z'}}"}
        """);

    /// <summary>An answer whose headers come at once and whose body never does.</summary>
    public static HttpResponseMessage StalledBody() => new(HttpStatusCode.OK) { Content = new StreamContent(new StalledStream()) };

    private sealed class StalledStream : MemoryStream
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return 0;
        }
    }
}
