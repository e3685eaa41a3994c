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
        Encoding.UTF8.GetString(content.Bytes).ShouldBe("body");
    }

    [Theory]
    [InlineData(3, "bod", true)]
    [InlineData(4, "body", false)]
    public async Task No_more_is_kept_than_the_limit(int limit, string kept, bool isCut)
    {
        using BufferedContent content = await BufferedContent.ReadAsync(new StringContent("body"), limit, Token);

        (await content.ReadAsStringAsync(Token)).ShouldBe(kept);
        Encoding.UTF8.GetString(content.Bytes).ShouldBe(kept);
        content.IsCut.ShouldBe(isCut);
    }
}
