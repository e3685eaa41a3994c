using System.Net;
using System.Text;
using BillingClients.Core.Tests.Pipeline;

namespace BillingClients.Core.Tests.Http;

/// <summary>How the body of an answer is read.</summary>
public sealed class ResponseBodyTests
{
    private const string Ada = """{"id":"cust_1","name":"Ąda"}""";

    private static readonly byte[] ByteOrderMark = [0xEF, 0xBB, 0xBF];

    public static TheoryData<string, Func<HttpContent, Task<string>>> WaysToRead => new()
    {
        { "as text", static content => content.ReadAsStringAsync(Token) },
        { "as bytes", static async content => Encoding.UTF8.GetString(await content.ReadAsByteArrayAsync(Token)) },
        { "as a stream", static async content => await new StreamReader(await content.ReadAsStreamAsync(Token)).ReadToEndAsync(Token) },
        { "by copying it", CopyAsync },
        { "from a buffer", LoadAndReadAsync },
    };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_byte_order_mark_is_skipped() => (await ReadAsync([.. ByteOrderMark, .. Encoding.UTF8.GetBytes(Ada)])).Name.ShouldBe("Ąda");

    [Theory]
    [InlineData(200, "")]
    [InlineData(200, "\uFEFF")]
    [InlineData(200, "null")]
    [InlineData(204, "")]
    public async Task A_success_without_a_customer_is_unreadable(int status, string body)
    {
        using ScriptedClient scripted = new((_, _) => Task.FromResult(Answers.Status(status, body)));

        UnreadableResponseException failure = await Should.ThrowAsync<UnreadableResponseException>(() => GetAsync(scripted));

        failure.Message.ShouldContain("its body is empty");
    }

    [Theory]
    [InlineData(10)]
    [InlineData(2_047)]
    [InlineData(2_048)]
    [InlineData(65_536)]
    [InlineData(3_000_000)]
    public async Task A_body_of_any_size_is_read_whole(int length)
    {
        string name = new('x', length);

        (await ReadAsync(Encoding.UTF8.GetBytes($$"""{"id":"cust_1","name":"{{name}}"}"""))).Name.ShouldBe(name);
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/json; charset=\"UTF-8\"")]
    [InlineData("application/json; charset=klingon")]
    [InlineData("text/plain")]
    [InlineData(null)]
    public async Task UTF8_is_read_whatever_the_content_type(string? contentType) =>
        (await ReadAsync(Encoding.UTF8.GetBytes(Ada), contentType)).Name.ShouldBe("Ąda");

    [Theory]
    [MemberData(nameof(WaysToRead), DisableDiscoveryEnumeration = true)]
    public async Task A_handler_of_the_application_can_read_the_body_before_the_client_does(string way, Func<HttpContent, Task<string>> read)
    {
        string? seen = null;
        AnsweredHandler handler = new(async response => seen = await read(response.Content));
        using ScriptedClient scripted = new(static (_, _) => Task.FromResult(Answers.Status(200, Ada)), outermost: handler);

        Customer customer = await GetAsync(scripted);

        seen.ShouldBe(Ada, way);
        customer.Name.ShouldBe("Ąda", way);
    }

    [Theory]
    [MemberData(nameof(WaysToRead), DisableDiscoveryEnumeration = true)]
    public async Task A_handler_of_the_application_can_read_the_body_of_an_error(string way, Func<HttpContent, Task<string>> read)
    {
        const string error = """{"code":"not_found","message":"none"}""";
        string? seen = null;
        AnsweredHandler handler = new(async response => seen = await read(response.Content));
        using ScriptedClient scripted = new(static (_, _) => Task.FromResult(Answers.Status(404, error)), outermost: handler);

        BillingNotFoundException failure = await Should.ThrowAsync<BillingNotFoundException>(() => GetAsync(scripted));

        seen.ShouldBe(error, way);
        failure.ProviderMessage.ShouldBe("none", way);
    }

    [Fact]
    public async Task A_handler_of_the_application_can_replace_the_content()
    {
        AnsweredHandler handler = new(static response =>
        {
            response.Content = new ByteArrayContent([.. ByteOrderMark, .. """{"id":"cust_1","name":"Grace"}"""u8]);
            return Task.CompletedTask;
        });
        using ScriptedClient scripted = new(static (_, _) => Task.FromResult(Answers.Status(200, Ada)), outermost: handler);

        (await GetAsync(scripted)).Name.ShouldBe("Grace");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_body_that_is_not_the_customer_is_kept_in_the_exception(bool isForeign)
    {
        const string page = "<html>It works!</html>";
        AnsweredHandler handler = new(response =>
        {
            response.Content = isForeign ? new StringContent(page) : response.Content;
            return Task.CompletedTask;
        });
        using ScriptedClient scripted = new(static (_, _) => Task.FromResult(Answers.Status(200, page)), outermost: handler);

        (await Should.ThrowAsync<UnreadableResponseException>(() => GetAsync(scripted))).ResponseBody.ShouldBe(page);
    }

    [Theory]
    [InlineData(200, Ada, null)]
    [InlineData(200, "<html>", typeof(UnreadableResponseException))]
    [InlineData(204, "", typeof(UnreadableResponseException))]
    [InlineData(302, "", typeof(RedirectRefusedException))]
    [InlineData(404, """{"code":"not_found"}""", typeof(BillingNotFoundException))]
    public async Task Request_and_answer_are_disposed_however_a_call_ends(int status, string body, Type? thrown)
    {
        HttpResponseMessage? kept = null;
        AnsweredHandler handler = new(response =>
        {
            kept = response;
            return Task.CompletedTask;
        });
        using ScriptedClient scripted = new(
            (_, _) => Task.FromResult(Answers.Status(status, body)), static options => options.MaxAttempts = 1, outermost: handler);

        Exception? failure = await Record.ExceptionAsync(
            () => scripted.Client.UpdateAsync(CustomerKey.FromId("cust_1"), new CustomerUpdate { Name = "Ada" }, cancellationToken: Token));

        failure?.GetType().ShouldBe(thrown);
        (failure is null).ShouldBe(thrown is null);
        HttpResponseMessage answer = kept.ShouldNotBeNull();
        await ShouldBeDisposedAsync(answer.Content);
        await ShouldBeDisposedAsync(answer.RequestMessage!.Content);
    }

    private static async Task<Customer> ReadAsync(byte[] body, string? contentType = "application/json")
    {
        using ScriptedClient scripted = new((_, _) =>
        {
            ByteArrayContent content = new(body);
            content.Headers.TryAddWithoutValidation("Content-Type", contentType);
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = content });
        });
        return await GetAsync(scripted);
    }

    private static Task<Customer> GetAsync(ScriptedClient scripted) => scripted.Client.GetAsync(CustomerKey.FromId("cust_1"), cancellationToken: Token);

    private static async Task<string> CopyAsync(HttpContent content)
    {
        using MemoryStream copy = new();
        await content.CopyToAsync(copy, Token);
        return Encoding.UTF8.GetString(copy.ToArray());
    }

    private static async Task<string> LoadAndReadAsync(HttpContent content)
    {
        await content.LoadIntoBufferAsync(Token);
        return await content.ReadAsStringAsync(Token);
    }

    private static Task<ObjectDisposedException> ShouldBeDisposedAsync(HttpContent? content) =>
        Should.ThrowAsync<ObjectDisposedException>(() => content.ShouldNotBeNull().CopyToAsync(Stream.Null, Token));
}
