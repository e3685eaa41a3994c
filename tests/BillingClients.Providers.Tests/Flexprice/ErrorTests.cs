using BillingClients.Testing;

namespace BillingClients.Providers.Tests.Flexprice;

/// <summary>Every error body that Flexprice is known to send, and answers that it should not send, become a typed exception with its words kept.</summary>
public sealed class ErrorTests : IAsyncLifetime
{
    private readonly FlexpriceFixture _fixture = new();

    public ValueTask InitializeAsync() => _fixture.InitializeAsync();

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    [Theory]
    [InlineData(400, "validation_error", typeof(BillingValidationException), false)]
    [InlineData(400, "invalid_operation", typeof(BillingValidationException), false)]
    [InlineData(403, "permission_denied", typeof(BillingPermissionException), false)]
    [InlineData(404, "not_found", typeof(BillingNotFoundException), false)]
    [InlineData(409, "already_exists", typeof(BillingConflictException), false)]
    [InlineData(409, "version_conflict", typeof(BillingConflictException), false)]
    [InlineData(429, "too_many_requests", typeof(BillingRateLimitException), true)]
    [InlineData(500, "http_client_error", typeof(BillingProviderException), true)]
    [InlineData(500, "database_error", typeof(BillingProviderException), true)]
    [InlineData(500, "system_error", typeof(BillingProviderException), true)]
    [InlineData(500, "internal_error", typeof(BillingProviderException), true)]
    [InlineData(501, "not_implemented", typeof(BillingProviderException), false)]
    [InlineData(503, "service_unavailable", typeof(BillingProviderException), true)]
    public async Task A_coded_error_becomes_its_exception(int status, string code, Type expected, bool transient)
    {
        BillingException failure = await GetFailsAsync(SimulatedAnswer.Json(status, $$"""{"code":"{{code}}","message":"words","http_status_code":{{status}}}"""));

        failure.ShouldBeOfType(expected);
        failure.StatusCode.ShouldBe(status);
        failure.ProviderCode.ShouldBe(code);
        failure.ProviderMessage.ShouldBe("words");
        failure.IsTransient.ShouldBe(transient);
        failure.OutcomeUnknown.ShouldBeFalse();
        failure.Operation.ShouldBe(CustomerOperation.Get);
        failure.Message.ShouldContain($"HTTP {status}, {code}");
        failure.Message.ShouldNotContain("words");
    }

    [Theory]
    [InlineData(401, """{"error":"Unauthorized"}""", typeof(BillingAuthenticationException), "Unauthorized")]
    [InlineData(401, """{"error":"Invalid API key"}""", typeof(BillingAuthenticationException), "Invalid API key")]
    [InlineData(403, """{"message":"insufficient permissions"}""", typeof(BillingPermissionException), "insufficient permissions")]
    [InlineData(403, """{"message":"tenant account is suspended"}""", typeof(BillingPermissionException), "tenant account is suspended")]
    [InlineData(403, """{"error":"Access denied","message":"not from here"}""", typeof(BillingPermissionException), "not from here")]
    [InlineData(500, """{"error":"Internal server error","message":"words"}""", typeof(BillingProviderException), "words")]
    [InlineData(409, """{"success":false,"error":{"message":"older words","internal_error":"x"}}""", typeof(BillingConflictException), "older words")]
    [InlineData(400, "plain words", typeof(BillingValidationException), "plain words")]
    [InlineData(502, "<html><body>Bad Gateway</body></html>", typeof(BillingProviderException), null)]
    [InlineData(503, "", typeof(BillingProviderException), null)]
    [InlineData(404, "[1,2]", typeof(BillingProviderException), null)]
    [InlineData(418, """{"code":5,"message":null,"details":"text"}""", typeof(BillingProviderException), null)]
    public async Task A_body_of_the_middleware_of_older_servers_or_of_a_gateway_is_read(int status, string body, Type expected, string? words)
    {
        BillingException failure = await GetFailsAsync(SimulatedAnswer.Text(status, body));

        failure.ShouldBeOfType(expected);
        failure.ProviderMessage.ShouldBe(words);
        (failure.ResponseBody ?? "").ShouldBe(body);
    }

    [Fact]
    public async Task Details_are_told_field_by_field()
    {
        BillingException failure = await GetFailsAsync(SimulatedAnswer.Json(400, """
            {"code":"validation_error","message":"Request validation failed","details":{"ExternalID":"failed on the 'required' tag","Limit":3}}
            """));

        failure.ShouldBeOfType<BillingValidationException>().Errors.ShouldBe(
            [new FieldError("ExternalID", "failed on the 'required' tag"), new FieldError("Limit", "3")]);
    }

    [Theory]
    [InlineData("not json", null)]
    [InlineData("<html>welcome</html>", null)]
    [InlineData("", null)]
    [InlineData("null", null)]
    [InlineData("[]", null)]
    [InlineData("{}", "id")]
    [InlineData("""{"id":null}""", "id")]
    [InlineData("""{"id":""}""", "id")]
    [InlineData("""{"id":{"a":1}}""", "id")]
    public async Task A_success_that_cannot_be_read_says_what_is_wrong(string body, string? field)
    {
        BillingException failure = await GetFailsAsync(SimulatedAnswer.Json(200, body));

        failure.ShouldBeOfType<UnreadableResponseException>().Field.ShouldBe(field);
        failure.StatusCode.ShouldBe(200);
    }

    [Fact]
    public async Task What_can_be_used_is_used()
    {
        _fixture.Provider.Answer(200, """
            {"id":17,"name":true,"email":"first","email":"second","status":"dormant","created_at":"soon","updated_at":1763629200,"metadata":{"n":1.50,"o":{"a":[]},"t":"x"}}
            """);
        Customer customer = await _fixture.Client.GetAsync(CustomerKey.FromId("17"), cancellationToken: TestContext.Current.CancellationToken);

        customer.Id.ShouldBe("17");
        customer.Name.ShouldBe("true");
        customer.Email.ShouldBe("second");
        customer.Status.Value.ShouldBe("dormant");
        customer.CreatedAt.ShouldBeNull();
        customer.As<FlexpriceCustomer>()!.CreatedAt!.Value.Text.ShouldBe("soon");
        customer.As<FlexpriceCustomer>()!.UpdatedAt!.Value.Text.ShouldBe("1763629200");
        customer.Metadata.ShouldBe(new Dictionary<string, string> { ["n"] = "1.50", ["o"] = """{"a":[]}""", ["t"] = "x" });
    }

    [Fact]
    public async Task A_wrong_key_an_unknown_id_and_a_duplicate_are_told_apart()
    {
        CancellationToken token = TestContext.Current.CancellationToken;
        await _fixture.Client.CreateAsync(FlexpriceFixture.Ada, cancellationToken: token);

        BillingConflictException duplicate = await Should.ThrowAsync<BillingConflictException>(
            () => _fixture.Client.CreateAsync(FlexpriceFixture.Ada, cancellationToken: token));
        BillingNotFoundException unknown = await Should.ThrowAsync<BillingNotFoundException>(
            () => _fixture.Client.GetAsync(CustomerKey.FromId("cust_none"), cancellationToken: token));
        BillingAuthenticationException wrongKey = await Should.ThrowAsync<BillingAuthenticationException>(
            () => _fixture.Client.GetAsync(CustomerKey.FromId("cust_none"), new CallOptions { ApiKey = "sk_wrong" }, token));

        duplicate.ProviderCode.ShouldBe("already_exists");
        duplicate.Attempts.ShouldBe(1);
        unknown.ProviderCode.ShouldBe("not_found");
        unknown.RequestId.ShouldNotBeNullOrEmpty();
        wrongKey.StatusCode.ShouldBe(401);
        _fixture.Provider.Customers.Count.ShouldBe(1);
    }

    [Fact]
    public async Task No_server_at_all_is_a_connection_failure_that_left_nothing_behind()
    {
        using FlexpriceCustomerClient client = _fixture.CreateClient(options => options.BaseAddress = new Uri("http://127.0.0.1:1/"));

        BillingConnectionException failure = await Should.ThrowAsync<BillingConnectionException>(
            () => client.CreateAsync(FlexpriceFixture.Ada, cancellationToken: TestContext.Current.CancellationToken));

        failure.OutcomeUnknown.ShouldBeFalse();
        failure.Attempts.ShouldBe(4);
    }

    private async Task<BillingException> GetFailsAsync(SimulatedAnswer answer)
    {
        using FlexpriceCustomerClient client = _fixture.CreateClient(static options => options.MaxAttempts = 1);
        _fixture.Provider.Answer(answer);
        BillingException failure = await Should.ThrowAsync<BillingException>(
            () => client.GetAsync(CustomerKey.FromId("cust_1"), cancellationToken: TestContext.Current.CancellationToken));
        failure.Provider.ShouldBe("flexprice");
        failure.Attempts.ShouldBe(1);
        return failure;
    }
}
