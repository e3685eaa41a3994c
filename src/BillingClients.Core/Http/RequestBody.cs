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

    /// <summary>
    /// The body to send in place of another content: that of a handler of the application, or one that such a handler has read. What it has read stays in
    /// memory and would be sent from there, unnoticed.
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
