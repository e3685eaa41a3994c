namespace BillingClients.Security.Tests.Concurrency;

/// <summary>Counts the answers that were handed out, and those whose body was given back.</summary>
internal sealed class CountingHandler : DelegatingHandler
{
    private int _handedOut;
    private int _givenBack;

    public int HandedOut => Volatile.Read(ref _handedOut);

    public int GivenBack => Volatile.Read(ref _givenBack);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
        response.Content = new CountedContent(this, response.Content);
        Interlocked.Increment(ref _handedOut);
        return response;
    }

    private sealed class CountedContent(CountingHandler counter, HttpContent inner) : HttpContent
    {
        private int _disposed;

        protected override Task<Stream> CreateContentReadStreamAsync() => inner.ReadAsStreamAsync();

        protected override Task<Stream> CreateContentReadStreamAsync(CancellationToken cancellationToken) => inner.ReadAsStreamAsync(cancellationToken);

        protected override Task SerializeToStreamAsync(Stream stream, System.Net.TransportContext? context) => inner.CopyToAsync(stream, context);

        protected override bool TryComputeLength(out long length)
        {
            length = inner.Headers.ContentLength ?? 0;
            return inner.Headers.ContentLength is not null;
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing && Interlocked.Exchange(ref _disposed, 1) == 0)
            {
                inner.Dispose();
                Interlocked.Increment(ref counter._givenBack);
            }

            base.Dispose(disposing);
        }
    }
}
