using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace BillingClients.Providers;

/// <summary>
/// Writes JSON, of request bodies and of what is compared with an answer, into a buffer of its own, and clears the buffer after each. The serializer's own
/// writer uses buffers of the shared pool. In .NET 10, it does not clear them: whoever rents one next would find a customer's data in it.
/// </summary>
/// <remarks>Not safe for concurrent use.</remarks>
[SuppressMessage("Design", "CA1001:Types that own disposable fields should be disposable", Justification = "The JSON writer holds nothing but this buffer.")]
internal sealed class BodyWriter : IBufferWriter<byte>
{
    private const int FirstBuffer = 1024;
    private const int LargestKept = 64 * 1024;

    private readonly Utf8JsonWriter _json;
    private byte[] _buffer = new byte[FirstBuffer];
    private int _length;

    internal BodyWriter(JsonSerializerOptions options) => _json = new Utf8JsonWriter(
        this, new JsonWriterOptions { Encoder = options.Encoder, Indented = options.WriteIndented, MaxDepth = options.MaxDepth, SkipValidation = true });

    /// <summary>The JSON of a body.</summary>
    internal byte[] Write<T>(T item, JsonTypeInfo<T> contract)
    {
        try
        {
            JsonSerializer.Serialize(_json, item, contract);
            _json.Flush();
            return _buffer.AsSpan(0, _length).ToArray();
        }
        finally
        {
            Clear();
        }
    }

    /// <inheritdoc/>
    public void Advance(int count) => _length += count;

    /// <inheritdoc/>
    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        int needed = _length + Math.Max(sizeHint, 1);
        if (needed > _buffer.Length)
        {
            // The smaller buffer is not cleared: it is left to the garbage collector.
            Array.Resize(ref _buffer, Math.Max(needed, _buffer.Length * 2));
        }

        return _buffer.AsMemory(_length);
    }

    /// <inheritdoc/>
    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    private void Clear()
    {
        _json.Reset();
        _buffer = _buffer.Length > LargestKept ? new byte[FirstBuffer] : _buffer;
        _buffer.AsSpan().Clear();
        _length = 0;
    }
}
