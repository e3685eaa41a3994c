using System.Runtime.InteropServices;
using System.Text;
using BillingClients.Providers;

namespace BillingClients.Core.Tests.Http;

public sealed class BufferedContentTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    // Refit loads each answer into a buffer of its own before it asks the serializer, which reads the first one.
    [Fact]
    public async Task When_copies_are_skipped_the_bytes_can_still_be_read()
    {
        using BufferedContent content = await BufferedContent.ReadAsync(new StringContent("body"), limit: 100, Token);
        content.SkipCopies();

        await content.LoadIntoBufferAsync(Token);

        (await content.ReadAsByteArrayAsync(Token)).ShouldBeEmpty();
        Text(content).ShouldBe("body");
    }

    [Theory]
    [InlineData(3, "bod", true)]
    [InlineData(4, "body", false)]
    public async Task No_more_is_kept_than_the_limit(int limit, string kept, bool isCut)
    {
        using BufferedContent content = await BufferedContent.ReadAsync(new StringContent("body"), limit, Token);

        (await content.ReadAsStringAsync(Token)).ShouldBe(kept);
        Text(content).ShouldBe(kept);
        content.IsCut.ShouldBe(isCut);
    }

    // A handler that gives one and the same answer to two calls must not make one read what the other's successor received.
    [Fact]
    public async Task A_body_has_one_reader_at_a_time_and_none_after_it_is_disposed()
    {
        BufferedContent content = await BufferedContent.ReadAsync(new StringContent("body"), limit: 100, Token);
        using (content.Borrow())
        {
            Should.Throw<ObjectDisposedException>(() => Text(content));
        }

        Text(content).ShouldBe("body");
        content.Dispose();

        Should.Throw<ObjectDisposedException>(() => Text(content));
    }

    [Fact]
    public async Task A_body_that_is_disposed_while_it_is_read_can_be_read_to_its_end_and_not_again()
    {
        BufferedContent content = await BufferedContent.ReadAsync(new StringContent("body"), limit: 100, Token);
        using (BufferedContent.Loan loan = content.Borrow())
        {
            content.Dispose();
            Encoding.UTF8.GetString(loan.Bytes).ShouldBe("body");
        }

        Should.Throw<ObjectDisposedException>(() => Text(content));
    }

    [Theory]
    [InlineData(4)]
    [InlineData(3)]
    public async Task A_buffer_is_cleared_before_it_is_returned(int limit)
    {
        BufferedContent content = await BufferedContent.ReadAsync(new StringContent("body"), limit, Token);

        IsClearedByDispose(content, wasFilled: 4).ShouldBeTrue();
    }

    // No await in here: as long as this thread does not rent the buffer again, nobody writes to it.
    private static bool IsClearedByDispose(BufferedContent content, int wasFilled)
    {
        ReadOnlySpan<byte> buffer;
        using (BufferedContent.Loan loan = content.Borrow())
        {
            buffer = MemoryMarshal.CreateReadOnlySpan(ref MemoryMarshal.GetReference(loan.Bytes), wasFilled);
        }

        content.Dispose();
        return !buffer.ContainsAnyExcept((byte)0);
    }

    private static string Text(BufferedContent content)
    {
        using BufferedContent.Loan loan = content.Borrow();
        return Encoding.UTF8.GetString(loan.Bytes);
    }
}
