using System.Net;

namespace BillingClients.Providers;

/// <summary>
/// The body of a request, in memory. It records whether it was written: a request whose body was never written to a connection was not sent. A write without
/// a body gets an empty one.
/// </summary>
internal sealed class RequestBody(byte[] bytes) : ByteArrayContent(bytes)
{
    private readonly byte[] _bytes = bytes;

    /// <summary>Whether the body was written to a connection, or was read: a primary handler that is not the framework's may have sent what it read.</summary>
    internal bool WasWritten { get; private set; }

    /// <summary>
    /// A copy of a body that a handler of the application has set or read. A body that was read is buffered by the framework and sent from that buffer, which
    /// <see cref="WasWritten"/> would not show.
    /// </summary>
    /// <param name="content">The other content; null for an empty body.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    internal static async ValueTask<RequestBody> CopyAsync(HttpContent? content, CancellationToken cancellationToken)
    {
        if (content is null)
        {
            return new RequestBody([]);
        }

        RequestBody copy = new(await content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false));
        foreach ((string name, IEnumerable<string> values) in content.Headers)
        {
            copy.Headers.TryAddWithoutValidation(name, values);
        }

        return copy;
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
