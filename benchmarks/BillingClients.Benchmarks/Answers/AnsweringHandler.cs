using System.Net;

namespace BillingClients.Benchmarks.Answers;

/// <summary>Stands in for sockets: the answer is there at once.</summary>
internal sealed class AnsweringHandler(FixedAnswers answers) : HttpMessageHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        FixedAnswer answer = answers.Find(request.Method.Method, request.RequestUri!.AbsolutePath, request.RequestUri.Query);
        ByteArrayContent content = new(answer.Body);
        content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
        return Task.FromResult(new HttpResponseMessage((HttpStatusCode)answer.Status) { Content = content, RequestMessage = request });
    }
}
