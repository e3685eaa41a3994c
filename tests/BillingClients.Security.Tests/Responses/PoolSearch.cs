using System.Buffers;
using System.Globalization;
using System.Text;
using BillingClients.Security.Tests.Fixtures;

namespace BillingClients.Security.Tests.Responses;

/// <summary>Looks for a text in the buffers that the shared pool would give out next.</summary>
/// <remarks>
/// For each size, a thread gets back the buffer that it returned last. So a search finds what earlier calls on the same thread have left. Do not await anything
/// between the call and the search.
/// </remarks>
internal static class PoolSearch
{
    // Two, to search also the buffer that was returned before the last one.
    private const int OfEachSize = 2;
    private const int Smallest = 16;
    private const int Largest = 128 * 1024;
    private const int Shown = 40;

    /// <summary>The first buffer that holds the text, and the bytes around it; null if there is none. Clears all buffers for the next search.</summary>
    public static string? For(ReadOnlySpan<byte> text)
    {
        List<byte[]> rented = [];
        string? found = null;
        for (int size = Smallest; size <= Largest; size *= 2)
        {
            for (int i = 0; i < OfEachSize; i++)
            {
                long before = GC.GetAllocatedBytesForCurrentThread();
                byte[] buffer = ArrayPool<byte>.Shared.Rent(size);

                // A new buffer is not initialised: what is in it was never in the pool.
                bool isNew = GC.GetAllocatedBytesForCurrentThread() - before >= buffer.Length;
                if (!isNew && buffer.AsSpan().IndexOf(text) is var place && place >= 0)
                {
                    found ??= Around(buffer, place);
                }

                buffer.AsSpan().Clear();
                rented.Add(buffer);
            }
        }

        rented.ForEach(static buffer => ArrayPool<byte>.Shared.Return(buffer));
        return found;
    }

    private static string Around(byte[] buffer, int place)
    {
        Span<byte> around = buffer.AsSpan(Math.Max(0, place - Shown));
        string text = Encoding.Latin1.GetString(around[..Math.Min(3 * Shown, around.Length)]);
        return string.Create(CultureInfo.InvariantCulture, $"{buffer.Length} bytes, at {place}: {Fuzz.Show(text)}");
    }
}
