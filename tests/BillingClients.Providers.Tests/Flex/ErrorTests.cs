using BillingClients.Testing;

namespace BillingClients.Providers.Tests.Flex;

/// <summary>Whatever Flex answers, the caller sees a typed error with Flex's own code and words in it, or a usable result.</summary>
public sealed class ErrorTests : IAsyncLifetime
{
    private const string InvalidRequest = """{"error":{"code":"invalid_request","message":"The request is invalid."}}""";
    private const string NoSuchPrice = """{"detail":[{"loc":["price"],"msg":"price_not_found: no such price","type":"price_not_found"}]}""";

    private static readonly CancellationToken None = CancellationToken.None;

    private readonly FlexFixture _fixture = new();
    private FlexCustomerClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        await _fixture.InitializeAsync();
        _client = _fixture.CreateClient(options => options.MaxAttempts = 1);
    }

    public ValueTask DisposeAsync()
    {
        _client.Dispose();
        return _fixture.DisposeAsync();
    }

    [Theory]
    [InlineData(400, InvalidRequest, typeof(BillingValidationException), "invalid_request", "The request is invalid.")]
    [InlineData(401, """{"error":{"code":"unauthorized","message":"Bad key."}}""", typeof(BillingAuthenticationException), "unauthorized", "Bad key.")]
    [InlineData(401, "", typeof(BillingAuthenticationException), null, null)]
    [InlineData(403, """{"message":"Forbidden"}""", typeof(BillingPermissionException), null, "Forbidden")]
    [InlineData(404, """{"detail":"not_found"}""", typeof(BillingNotFoundException), "not_found", "not_found")]
    [InlineData(404, """{"detail":"Not Found"}""", typeof(BillingNotFoundException), null, "Not Found")]
    [InlineData(409, """{"error":{"code":"duplicate","message":"It exists."}}""", typeof(BillingConflictException), "duplicate", "It exists.")]
    [InlineData(422, NoSuchPrice, typeof(BillingValidationException), "price_not_found", "price_not_found: no such price")]
    [InlineData(429, """{"message":"Too Many Requests"}""", typeof(BillingRateLimitException), null, "Too Many Requests")]
    [InlineData(429, "slow down", typeof(BillingRateLimitException), null, "slow down")]
    [InlineData(500, """{"message":"Internal Server Error"}""", typeof(BillingProviderException), null, "Internal Server Error")]
    [InlineData(500, """{"detail":"not_found"}""", typeof(BillingProviderException), "not_found", "not_found")]
    [InlineData(502, "<html><body>Bad Gateway</body></html>", typeof(BillingProviderException), null, null)]
    [InlineData(503, "", typeof(BillingProviderException), null, null)]
    [InlineData(418, "{}", typeof(BillingProviderException), null, null)]
    public async Task Every_error_is_typed_and_keeps_the_code_and_the_words(int status, string body, Type type, string? code, string? message)
    {
        _fixture.Provider.Answer(status, body);

        BillingException error = await Should.ThrowAsync<BillingException>(() => _client.GetAsync(CustomerKey.FromId("fcus_1"), cancellationToken: None));

        error.ShouldBeOfType(type);
        error.StatusCode.ShouldBe(status);
        error.ProviderCode.ShouldBe(code);
        error.ProviderMessage.ShouldBe(message);
        error.ResponseBody.ShouldBe(body.Length == 0 ? null : body);
        error.Provider.ShouldBe("flex");
        error.Operation.ShouldBe(CustomerOperation.Get);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("5")]
    [InlineData("\"text\"")]
    [InlineData("""{"error":null,"detail":null,"message":null}""")]
    [InlineData("""{"error":"text","detail":{"loc":1}}""")]
    [InlineData("""{"error":{"code":5,"message":[]}}""")]
    [InlineData("""{"error":{"code":{"a":1},"message":true}}""")]
    [InlineData("""{"detail":[]}""")]
    [InlineData("""{"detail":[null,5,"text",[],{"loc":{"a":1},"msg":7,"type":8},{"loc":[null,1,{}],"msg":null}]}""")]
    [InlineData("""{"detail":"\ud800"}""")]
    [InlineData("""{"detail":[{"loc":["\ud800"],"msg":"\udfff","type":"x"}]}""")]
    [InlineData("{\"detail\":")]
    public async Task An_error_body_of_any_shape_is_read(string body)
    {
        _fixture.Provider.Answer(422, body);

        BillingValidationException error = await Should.ThrowAsync<BillingValidationException>(
            () => _client.CreateAsync(FlexFixture.Ada, cancellationToken: None));

        error.ResponseBody.ShouldBe(body);
    }

    [Fact]
    public async Task Every_item_of_a_detail_is_kept_with_its_field()
    {
        _fixture.Provider.Answer(422, """
            {"detail":[
              {"loc":["body","customer","shipping",0],"msg":"field required","type":"missing"},
              {"loc":"email","msg":"not an address","type":"value_error"},
              {"type":"no_place"}
            ]}
            """);

        BillingValidationException error = await Should.ThrowAsync<BillingValidationException>(
            () => _client.CreateAsync(FlexFixture.Ada, cancellationToken: None));

        error.ProviderCode.ShouldBe("missing");
        error.Errors.ShouldBe(
        [
            new FieldError("body.customer.shipping.0", "field required"),
            new FieldError("email", "not an address"),
            new FieldError("", """{"type":"no_place"}"""),
        ]);
    }

    [Fact]
    public async Task The_messages_hold_nothing_that_was_sent_or_answered()
    {
        _fixture.Provider.Answer(422, """{"detail":[{"loc":["email"],"msg":"ada@example.com is taken","type":"ada@example.com"}]}""");

        BillingException error = await Should.ThrowAsync<BillingException>(() => _client.CreateAsync(FlexFixture.Ada, cancellationToken: None));

        error.ToString().ShouldNotContain("ada@example.com");
        error.ToString().ShouldNotContain(_fixture.Provider.ApiKey);
        error.ProviderMessage.ShouldBe("ada@example.com is taken");
    }

    [Fact]
    public async Task A_wrong_key_is_an_authentication_error()
    {
        BillingAuthenticationException error = await Should.ThrowAsync<BillingAuthenticationException>(
            () => _client.GetAsync(CustomerKey.FromId("fcus_1"), new CallOptions { ApiKey = "fsk_test_wrong" }, None));

        error.Message.ShouldNotContain("fsk_test_wrong");
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("OK")]
    [InlineData("<html></html>")]
    [InlineData("""{"customer":null}""")]
    [InlineData("""{"customer":[]}""")]
    [InlineData("""{"customer":"fcus_1"}""")]
    [InlineData("""{"customer":{}}""")]
    [InlineData("""{"customer":{"customer_id":null}}""")]
    [InlineData("""{"customer":{"customer_id":""}}""")]
    [InlineData("""{"customer":{"customer_id":{}}}""")]
    [InlineData("""{"customers":[]}""")]
    public async Task A_success_that_cannot_be_read_is_an_error(string body)
    {
        _fixture.Provider.Answer(200, body);

        UnreadableResponseException error = await Should.ThrowAsync<UnreadableResponseException>(
            () => _client.GetAsync(CustomerKey.FromId("fcus_1"), cancellationToken: None));

        error.StatusCode.ShouldBe(200);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"customers":null}""")]
    [InlineData("""{"customers":{}}""")]
    [InlineData("""{"customers":[null]}""")]
    [InlineData("""{"customers":[{"first_name":"Ada"}]}""")]
    [InlineData("""{"customers":[{"customer":{"customer_id":"fcus_1"}}]}""")]
    [InlineData("")]
    public async Task A_list_that_cannot_be_read_is_an_error(string body)
    {
        _fixture.Provider.Answer(200, body);

        await Should.ThrowAsync<UnreadableResponseException>(() => _client.ListPageAsync(new CustomerListRequest(), cancellationToken: None));
    }

    [Theory]
    [InlineData("1781533800", null)]
    [InlineData("1781533800000", null)]
    [InlineData("\"1781533800\"", null)]
    [InlineData("\"yesterday\"", null)]
    [InlineData("\"99999-01-01T00:00:00Z\"", null)]
    [InlineData("\"2026-13-45T00:00:00Z\"", null)]
    [InlineData("1e999", null)]
    [InlineData("null", null)]
    [InlineData("\"2026-06-15T14:30:00Z\"", "2026-06-15T14:30:00+00:00")]
    [InlineData("\"2026-06-15T14:30:00.123456789Z\"", "2026-06-15T14:30:00.1234568+00:00")]
    [InlineData("\"2026-06-15T14:30:00\"", "2026-06-15T14:30:00+00:00")]
    [InlineData("\"2026-06-15T14:30:00+02:00\"", "2026-06-15T14:30:00+02:00")]
    public async Task A_date_is_iso_text_or_kept_as_it_came(string createdAt, string? expected)
    {
        _fixture.Provider.Answer(200, $$$"""{"customer":{"customer_id":"fcus_1","created_at":{{{createdAt}}}}}""");

        Customer customer = await _client.GetAsync(CustomerKey.FromId("fcus_1"), cancellationToken: None);

        customer.CreatedAt.ShouldBe(expected is null ? null : DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture));
        (customer.As<FlexCustomer>()!.CreatedAt?.Text).ShouldBe(createdAt == "null" ? null : createdAt.Trim('"'));
    }

    [Fact]
    public async Task A_number_where_text_was_expected_a_repeated_and_an_empty_field_are_read()
    {
        _fixture.Provider.Answer(
            200,
            """{"customer":{"customer_id":1815,"phone":15555555555,"email":"","first_name":"Ada","first_name":"Augusta","shipping":{},"test_mode":null}}""");

        Customer customer = await _client.GetAsync(CustomerKey.FromId("1815"), cancellationToken: None);

        customer.Id.ShouldBe("1815");
        customer.Phone.ShouldBe("15555555555");
        customer.Email.ShouldBeNull();
        customer.FirstName.ShouldBe("Augusta");
        customer.ShippingAddress.ShouldBeNull();
        customer.Mode.ShouldBe(default);
    }
}
