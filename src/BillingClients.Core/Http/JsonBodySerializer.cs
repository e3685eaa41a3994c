using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Refit;

namespace BillingClients.Providers;

/// <summary>
/// Writes and reads JSON bodies with source-generated contracts. It reads each answer from the buffer that <see cref="ResponseHandler"/> filled; Refit's own
/// serializer would read a second copy.
/// </summary>
/// <param name="options">The contracts.</param>
/// <param name="isLenient">Whether facts of the wrong type become null, with their JSON kept; otherwise they make the answer unreadable.</param>
internal sealed class JsonBodySerializer(JsonSerializerOptions options, bool isLenient) : IHttpContentSerializer, ISynchronousContentSerializer
{
    private BodyWriter? _idle;

    /// <inheritdoc/>
    public HttpContent ToHttpContentSynchronous<T>(T item)
    {
        RequestBody content = new(Write(item));
        content.Headers.TryAddWithoutValidation("Content-Type", "application/json; charset=utf-8");
        return content;
    }

    /// <inheritdoc/>
    public HttpContent ToHttpContent<T>(T item) => ToHttpContentSynchronous(item);

    /// <inheritdoc/>
    public HttpContent ToStreamingHttpContent<T>(T item) => ToHttpContentSynchronous(item);

    /// <inheritdoc/>
    public Task<T?> FromHttpContentAsync<T>(HttpContent content, CancellationToken cancellationToken = default) =>
        content is BufferedContent body ? Task.FromResult(ReadOwn<T>(body)) : ReadForeignAsync<T>(content, cancellationToken);

    /// <inheritdoc/>
    public string? GetFieldNameForProperty(PropertyInfo propertyInfo)
    {
        ArgumentNullException.ThrowIfNull(propertyInfo);
        return propertyInfo.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name;
    }

    // One writer is kept for reuse. If several bodies are written at the same time, the others get a new one.
    private byte[] Write<T>(T item)
    {
        BodyWriter writer = Interlocked.Exchange(ref _idle, null) ?? new BodyWriter(options);
        byte[] body = writer.Write(item, ContractOf<T>());
        _idle = writer;
        return body;
    }

    private T? ReadOwn<T>(BufferedContent body)
    {
        using BufferedContent.Loan loan = body.Borrow();
        return Read<T>(loan.Bytes);
    }

    // A handler of the application may have replaced the content.
    private async Task<T?> ReadForeignAsync<T>(HttpContent content, CancellationToken cancellationToken) =>
        Read<T>(await content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false));

    private T? Read<T>(ReadOnlySpan<byte> json)
    {
        json = WireJson.WithoutByteOrderMark(json);
        return json.IsEmpty ? default
            : isLenient ? LenientJson.Read(json, ContractOf<T>())
            : JsonSerializer.Deserialize(json, ContractOf<T>());
    }

    private JsonTypeInfo<T> ContractOf<T>() => (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));
}
