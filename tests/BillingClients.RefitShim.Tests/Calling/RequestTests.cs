using System.Globalization;
using System.Text;

namespace BillingClients.RefitShim.Tests.Calling;

public class RequestTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_verb_is_sent_as_itself()
    {
        (await SendAsync(api => api.GetAsync("1", Token))).ShouldSatisfyAllConditions(
            static sent => sent.Method.ShouldBe("GET"), static sent => sent.Target.ShouldBe("/things/1"), static sent => sent.Body.ShouldBeEmpty());
        (await SendAsync(api => api.CreateAsync(new Thing("a"), null, Token))).Method.ShouldBe("POST");
        (await SendAsync(api => api.PutAsync("1", new Thing("a"), Token))).Method.ShouldBe("PUT");
        (await SendAsync(api => api.PatchAsync("1", new Thing("a"), Token))).Method.ShouldBe("PATCH");
        (await SendAsync(api => api.DeleteAsync("1", Token))).Method.ShouldBe("DELETE");
    }

    [Theory]
    [InlineData("cus_1", "/things/cus_1")]
    [InlineData("a/b", "/things/a%2Fb")]
    [InlineData("a b?c#d%e&f=g+h", "/things/a%20b%3Fc%23d%25e%26f%3Dg%2Bh")]
    [InlineData("żółć", "/things/%C5%BC%C3%B3%C5%82%C4%87")]
    [InlineData("a:b@c;d", "/things/a%3Ab%40c%3Bd")]
    [InlineData("-._~", "/things/-._~")]
    public async Task A_path_parameter_is_escaped_as_one_segment(string id, string target) =>
        (await SendAsync(api => api.GetAsync(id, Token))).Target.ShouldBe(target);

    [Fact]
    public async Task A_long_path_parameter_is_sent_whole()
    {
        string id = new('x', 2000);

        (await SendAsync(api => api.GetAsync(id, Token))).Target.ShouldBe("/things/" + id);
    }

    [Fact]
    public async Task Numbers_and_flags_stand_in_a_path() =>
        (await SendAsync(static api => api.GetPartAsync("a", -12345678901, true, Token))).Target.ShouldBe("/things/a/parts/-12345678901/True");

    [Fact]
    public async Task Query_parameters_follow_in_order_and_escaped() =>
        (await SendAsync(static api => api.ListAsync("Ada & co", 10, 12345678901, false, "ü", 3, Token))).Target
            .ShouldBe("/things?name=Ada%20%26%20co&limit=10&since=12345678901&archived=False&filter%5Ba%26b%5D=%C3%BC&page=3");

    [Fact]
    public async Task Query_parameters_that_are_null_are_left_out() =>
        (await SendAsync(static api => api.ListAsync(null, null, null, null, null, 3, Token))).Target.ShouldBe("/things?page=3");

    [Fact]
    public async Task A_query_parameter_that_is_empty_is_sent() =>
        (await SendAsync(static api => api.ListAsync("", null, null, null, null, 3, Token))).Target.ShouldBe("/things?name=&page=3");

    [Fact]
    public async Task A_path_without_its_optional_query_has_no_question_mark() =>
        (await SendAsync(static api => api.PutAsync(null, new Thing("a"), Token))).Target.ShouldBe("/things");

    [Fact]
    public async Task The_culture_changes_nothing()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo("ar-SA") { NumberFormat = { NegativeSign = "minus" } };
        try
        {
            (await SendAsync(static api => api.ListAsync(null, -1, -2, true, null, -3, Token))).Target
                .ShouldBe("/things?limit=-1&since=-2&archived=True&page=-3");
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public async Task A_body_is_JSON_with_a_length()
    {
        ReceivedRequest sent = await SendAsync(static api => api.CreateAsync(new Thing("Ądą", 1.5m), null, Token));

        sent.Body.ShouldBe("""{"name":"\u0104d\u0105","size":1.5}""");
        sent.Headers["Content-Type"].ShouldBe("application/json; charset=utf-8");
        sent.Headers["Content-Length"].ShouldBe(Encoding.UTF8.GetByteCount(sent.Body).ToString(CultureInfo.InvariantCulture));
        sent.Headers.ShouldNotContainKey("Transfer-Encoding");
    }

    [Fact]
    public async Task A_body_that_is_null_is_sent_as_null() =>
        (await SendAsync(static api => api.CreateAsync(null, null, Token))).Body.ShouldBe("null");

    [Fact]
    public async Task A_header_parameter_is_sent() =>
        (await SendAsync(static api => api.CreateAsync(null, "key-1", Token))).Headers["Idempotency-Key"].ShouldBe("key-1");

    [Fact]
    public async Task A_header_parameter_that_is_null_is_left_out() =>
        (await SendAsync(static api => api.CreateAsync(null, null, Token))).Headers.ShouldNotContainKey("Idempotency-Key");

    [Fact]
    public async Task A_header_parameter_cannot_start_another_line() =>
        (await SendAsync(static api => api.CreateAsync(null, "key\r\nX-Other: 1", Token))).ShouldSatisfyAllConditions(
            static sent => sent.Headers["Idempotency-Key"].ShouldBe("keyX-Other: 1"), static sent => sent.Headers.ShouldNotContainKey("X-Other"));

    [Fact]
    public async Task Headers_of_the_method_are_sent() =>
        (await SendAsync(static api => api.ListAsync(null, null, null, null, null, 3, Token))).ShouldSatisfyAllConditions(
            static sent => sent.Headers["Accept"].ShouldBe("application/vnd.thing+json"), static sent => sent.Headers["X-Version"].ShouldBe("2"));

    [Theory]
    [InlineData("", "/things/1")]
    [InlineData("/", "/things/1")]
    [InlineData("/functions/v1", "/functions/v1/things/1")]
    [InlineData("/functions/v1/", "/functions/v1/things/1")]
    [InlineData("/v1?not=this", "/v1/things/1")]
    public async Task The_path_is_appended_to_that_of_the_base_address(string path, string target)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(204);

        await Api.For(new Uri(server.Address.OriginalString + path)).GetAsync("1", Token);

        server.Received.Target.ShouldBe(target);
    }

    private static async Task<ReceivedRequest> SendAsync(Func<IThingApi, Task> call)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(204);
        await call(Api.For(server));
        return server.Received;
    }
}
