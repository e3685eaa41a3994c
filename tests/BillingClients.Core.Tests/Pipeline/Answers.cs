using System.Net;
using System.Text;

namespace BillingClients.Core.Tests.Pipeline;

/// <summary>Answers of a provider.</summary>
internal static class Answers
{
    public static HttpResponseMessage Status(int status, string body = "{}") =>
        new((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };

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
