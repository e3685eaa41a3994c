using System.Net;

namespace BillingClients.Security.Tests.Limits;

/// <summary>Answers with a body that has no end, without sockets, so that the bytes that a call allocates can be counted on its thread.</summary>
internal sealed class EndlessContent(HttpStatusCode status) : HttpMessageHandler
{
    private Blanks _body = new();

    /// <summary>How many bytes of the last body were read.</summary>
    public long Read => _body.Read;

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        _body = new Blanks();
        return Task.FromResult(new HttpResponseMessage(status) { RequestMessage = request, Content = new StreamContent(_body) });
    }

    private sealed class Blanks : MemoryStream
    {
        public new long Read { get; private set; }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            buffer.Span.Fill((byte)' ');
            Read += buffer.Length;
            return new ValueTask<int>(buffer.Length);
        }
    }
}
