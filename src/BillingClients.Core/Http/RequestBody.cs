using System.Net;

namespace BillingClients.Providers;

/// <summary>
/// The body of a request, in memory. It knows whether it was written: a request whose body was never written to a connection was not sent. A write without a
/// body gets an empty one.
/// </summary>
internal sealed class RequestBody(byte[] bytes) : ByteArrayContent(bytes)
{
    private readonly byte[] _bytes = bytes;

    /// <summary>Whether the body was written to a connection, or read: a handler of another kind may send what it read.</summary>
    internal bool WasWritten { get; private set; }

    /// <summary>A body that was not written yet: the request's own, or a copy.</summary>
    internal static async ValueTask<RequestBody> OfAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        switch (request.Content)
        {
            case null:
                return new RequestBody([]);
            case RequestBody { WasWritten: false } body:
                return body;
            case var other:
                // A handler of the application has read the body or replaced it. What it has read is kept in memory, and would be sent from there, unnoticed.
                RequestBody copy = new(await other.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false));
                foreach ((string name, IEnumerable<string> values) in other.Headers)
                {
                    copy.Headers.TryAddWithoutValidation(name, values);
                }

                return copy;
        }
    }

    /// <inheritdoc/>
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    /// <inheritdoc/>
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        WasWritten = true;
        return stream.WriteAsync(_bytes, 0, _bytes.Length, cancellationToken);
    }

    /// <inheritdoc/>
    protected override Task<Stream> CreateContentReadStreamAsync() => Task.FromResult(CreateContentReadStream(CancellationToken.None));

    /// <inheritdoc/>
    protected override Stream CreateContentReadStream(CancellationToken cancellationToken)
    {
        WasWritten = true;
        return new MemoryStream(_bytes, writable: false);
    }

    /// <inheritdoc/>
    protected override void SerializeToStream(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        WasWritten = true;
        stream.Write(_bytes, 0, _bytes.Length);
    }
}
