using BillingClients.Testing;

namespace BillingClients.Providers.Tests.Flowglad;

/// <summary>Each row of Flowglad's error tables, and answers that are in none of them: always a typed error, with Flowglad's own words kept.</summary>
public sealed class ErrorTests : FlowgladTest
{
    private const string Issues = """
        [
          {"expected":"string","code":"invalid_type","path":["customer","externalId"],"message":"Invalid input: expected string, received undefined"},
          {"code":"invalid_type","path":["customer","tags",2],"message":"Invalid input"}
        ]
        """;

    public static TheoryData<int, string, Type, string?, string?> Documented => new()
    {
        { 400, $$"""{"error":{{Issues}},"code":"BAD_REQUEST","request_id":"a1b2c3d4"}""", typeof(BillingValidationException), "BAD_REQUEST", "Invalid input: expected string, received undefined; Invalid input" },
        { 400, """{"error":"Invalid JSON in request body","request_id":"a1b2c3d4"}""", typeof(BillingValidationException), null, "Invalid JSON in request body" },
        { 400, """{"message":"Invalid input data","code":"BAD_REQUEST","issues":[{"message":"Required"}]}""", typeof(BillingValidationException), "BAD_REQUEST", "Invalid input data" },
        { 401, "Unauthorized. Authorization header is required", typeof(BillingAuthenticationException), null, "Unauthorized. Authorization header is required" },
        { 401, "API key invalid. Please check the key.", typeof(BillingAuthenticationException), null, "API key invalid. Please check the key." },
        { 401, "Unauthorized", typeof(BillingAuthenticationException), null, "Unauthorized" },
        { 401, """{"message":"Authorization not provided","code":"UNAUTHORIZED"}""", typeof(BillingAuthenticationException), "UNAUTHORIZED", "Authorization not provided" },
        { 403, """{"message":"Insufficient access","code":"FORBIDDEN"}""", typeof(BillingPermissionException), "FORBIDDEN", "Insufficient access" },
        { 404, """{"error":"Customer with externalId crm-9999 not found","code":"NOT_FOUND","request_id":"a1b2c3d4"}""", typeof(BillingNotFoundException), "NOT_FOUND", "Customer with externalId crm-9999 not found" },
        { 404, """{"message":"Not found","code":"NOT_FOUND"}""", typeof(BillingNotFoundException), "NOT_FOUND", "Not found" },
        { 404, "Not Found", typeof(BillingProviderException), null, "Not Found" },
        { 405, "", typeof(BillingProviderException), null, null },
        { 409, """{"error":"This pricing model id external id unique idx already exists.","code":"CONFLICT","trace_id":"t","sentry_event_id":"s"}""", typeof(BillingConflictException), "CONFLICT", "This pricing model id external id unique idx already exists." },
        { 409, """{"error":"In other words"}""", typeof(BillingConflictException), null, "In other words" },
        { 400, """{"error":"In other words","code":"CONFLICT"}""", typeof(BillingConflictException), "CONFLICT", "In other words" },
        { 429, "Slow down", typeof(BillingRateLimitException), null, "Slow down" },
        { 500, """{"error":"Internal server error","request_id":"a1b2c3d4"}""", typeof(BillingProviderException), null, "Internal server error" },
        { 500, """{"message":"Internal server error","code":"INTERNAL_SERVER_ERROR","issues":[]}""", typeof(BillingProviderException), "INTERNAL_SERVER_ERROR", "Internal server error" },
    };

    public static TheoryData<int, string> Undocumented => new()
    {
        { 502, "<html><body>Bad Gateway</body></html>" },
        { 503, "" },
        { 400, "{" },
        { 400, "null" },
        { 400, "[]" },
        { 400, "7" },
        { 400, """{"error":null,"code":null}""" },
        { 400, """{"error":{"message":"an object"},"code":["a","list"]}""" },
        { 400, """{"error":[null,7,"text",[],{"path":"customer","message":{}}]}""" },
        { 400, """{"error":[{"path":[null,{},[1]],"message":null}],"code":1}""" },
        { 400, """{"error":"\ud800","code":"\udc00","request_id":7}""" },
        { 400, """{"issues":{"not":"a list"},"message":7}""" },
        { 418, "\u0000\u0001" },
    };

    public static TheoryData<string, string?> UnreadableReads => new()
    {
        { "", null },
        { "null", null },
        { "<html></html>", null },
        { "not JSON", null },
        { "[]", null },
        { "7", null },
        { "{}", "customer" },
        { """{"customer":null}""", "customer" },
        { """{"customer":[]}""", "customer" },
        { """{"customer":"text"}""", "customer" },
        { """{"customer":{}}""", "id" },
        { """{"customer":{"id":null}}""", "id" },
        { """{"customer":{"id":""}}""", "id" },
        { """{"customer":{"id":{}}}""", "id" },
        { """{"data":{"customer":{"id":"cust_1"}}}""", "customer" },
    };

    [Theory]
    [MemberData(nameof(Documented))]
    public async Task A_documented_error_has_its_own_exception_with_code_and_message(int status, string body, Type exception, string? code, string? message)
    {
        using FlowgladCustomerClient client = Fixture.CreateClient(options => options.MaxAttempts = 1);
        SimulatedAnswer answer = body.StartsWith('{') ? SimulatedAnswer.Json(status, body) : SimulatedAnswer.Text(status, body);
        Fixture.Provider.Answer(answer);

        BillingException failure = await Should.ThrowAsync<BillingException>(
            () => client.UpdateAsync(FlowgladFixture.AdaKey, new CustomerUpdate { Name = "Ada" }, cancellationToken: None));

        failure.ShouldBeOfType(exception);
        failure.StatusCode.ShouldBe(status);
        failure.ProviderCode.ShouldBe(code);
        failure.ProviderMessage.ShouldBe(message);
        failure.RequestId.ShouldBe(body.Contains("request_id") ? "a1b2c3d4" : null);
        failure.ResponseBody.ShouldBe(body.Length == 0 ? null : body);
    }

    [Fact]
    public async Task Issues_become_field_errors_with_their_path_joined_by_dots()
    {
        Fixture.Provider.Answer(400, $$"""{"error":{{Issues}},"code":"BAD_REQUEST"}""");

        BillingValidationException failure = await Should.ThrowAsync<BillingValidationException>(
            () => Client.CreateAsync(FlowgladFixture.Ada, cancellationToken: None));

        failure.Errors.ShouldBe([
            new FieldError("customer.externalId", "Invalid input: expected string, received undefined"),
            new FieldError("customer.tags.2", "Invalid input"),
        ]);
    }

    [Fact]
    public async Task The_documented_issues_without_a_path_are_of_the_whole_request()
    {
        Fixture.Provider.Answer(400, """{"message":"Invalid input data","code":"BAD_REQUEST","issues":[{"message":"Required"}]}""");

        BillingValidationException failure = await Should.ThrowAsync<BillingValidationException>(
            () => Client.CreateAsync(FlowgladFixture.Ada, cancellationToken: None));

        failure.Errors.ShouldBe([new FieldError("", "Required")]);
    }

    [Theory]
    [MemberData(nameof(Undocumented))]
    public async Task An_error_in_no_known_shape_is_a_typed_error_too(int status, string body)
    {
        using FlowgladCustomerClient client = Fixture.CreateClient(options => options.MaxAttempts = 1);
        Fixture.Provider.Answer(SimulatedAnswer.Text(status, body));

        BillingException failure = await Should.ThrowAsync<BillingException>(() => client.GetAsync(FlowgladFixture.AdaKey, cancellationToken: None));

        failure.StatusCode.ShouldBe(status);
        failure.ResponseBody.ShouldBe(body.Length == 0 ? null : body);
    }

    [Fact]
    public async Task A_key_that_is_limited_is_an_authentication_error_in_the_providers_words_and_is_not_retried()
    {
        Fixture.Provider.Answer(SimulatedAnswer.Text(401, "API key invalid. Please check that you are providing a valid API key."));

        BillingAuthenticationException failure = await Should.ThrowAsync<BillingAuthenticationException>(
            () => Client.GetAsync(FlowgladFixture.AdaKey, cancellationToken: None));

        failure.ProviderMessage.ShouldBe("API key invalid. Please check that you are providing a valid API key.");
        failure.IsTransient.ShouldBeFalse();
        failure.Attempts.ShouldBe(1);
    }

    [Fact]
    public async Task A_wrong_base_address_is_not_taken_for_a_missing_customer()
    {
        using FlowgladCustomerClient client = Fixture.CreateClient(options => options.BaseAddress = new Uri(Fixture.Provider.BaseAddress + "/api/v1"));

        BillingProviderException failure = await Should.ThrowAsync<BillingProviderException>(
            () => client.FindAsync(FlowgladFixture.AdaKey, cancellationToken: None));

        failure.StatusCode.ShouldBe(404);
    }

    [Fact]
    public async Task A_duplicate_is_a_conflict_although_nothing_tells_the_id_in_its_way()
    {
        await Client.CreateAsync(FlowgladFixture.Ada, cancellationToken: None);

        BillingConflictException failure = await Should.ThrowAsync<BillingConflictException>(
            () => Client.CreateAsync(FlowgladFixture.Ada, cancellationToken: None));

        failure.ProviderCode.ShouldBe("CONFLICT");
        failure.ExistingId.ShouldBeNull();
        failure.RequestId.ShouldNotBeNullOrEmpty();
        failure.Attempts.ShouldBe(1);
    }

    [Fact]
    public async Task A_customer_that_is_not_there_is_not_found_by_every_operation()
    {
        await Should.ThrowAsync<BillingNotFoundException>(() => Client.GetAsync(FlowgladFixture.AdaKey, cancellationToken: None));
        await Should.ThrowAsync<BillingNotFoundException>(
            () => Client.UpdateAsync(FlowgladFixture.AdaKey, new CustomerUpdate { Name = "Ada" }, cancellationToken: None));
        await Should.ThrowAsync<BillingNotFoundException>(() => Client.DeleteAsync(FlowgladFixture.AdaKey, cancellationToken: None));
    }

    [Theory]
    [MemberData(nameof(UnreadableReads))]
    public async Task A_success_that_cannot_be_read_names_the_field(string body, string? field)
    {
        using FlowgladCustomerClient client = Fixture.CreateClient(static options => options.MaxAttempts = 1);
        Fixture.Provider.Answer(SimulatedAnswer.Json(200, body));

        UnreadableResponseException failure = await Should.ThrowAsync<UnreadableResponseException>(
            () => client.GetAsync(FlowgladFixture.AdaKey, cancellationToken: None));

        failure.Field.ShouldBe(field);
        failure.StatusCode.ShouldBe(200);
    }

    [Theory]
    [InlineData("createdAt", "\"9999999999999999999999\"")]
    [InlineData("createdAt", "99999999999999999999999999999999999999")]
    [InlineData("createdAt", "1e400")]
    [InlineData("createdAt", "-62135596800001")]
    [InlineData("createdAt", "\"2025-13-45T99:00:00Z\"")]
    [InlineData("createdAt", "\"\"")]
    [InlineData("createdAt", "null")]
    [InlineData("updatedAt", "\"yesterday\"")]
    public async Task A_date_that_cannot_be_read_is_null_and_the_rest_is_there(string field, string value)
    {
        Fixture.Provider.Answer(200, $$"""{"customer":{"{{field}}":{{value}},"id":"cust_1","externalId":"crm-1815","name":"Ada"} }""");

        Customer read = await Client.GetAsync(FlowgladFixture.AdaKey, cancellationToken: None);

        read.CreatedAt.ShouldBeNull();
        read.UpdatedAt.ShouldBeNull();
        read.Name.ShouldBe("Ada");
    }

    [Fact]
    public async Task A_number_in_place_of_a_text_and_a_field_given_twice_are_read()
    {
        Fixture.Provider.Answer(200, """{"customer":{"id":7,"name":"Ada","name":"Ada King","externalId":1815,"email":true,"createdAt":"1763629200000","livemode":null}}""");

        Customer read = await Client.GetAsync(CustomerKey.FromExternalId("1815"), cancellationToken: None);

        read.Id.ShouldBe("7");
        read.Name.ShouldBe("Ada King");
        read.ExternalId.ShouldBe("1815");
        read.Email.ShouldBe("true");
        read.CreatedAt.ShouldBe(DateTimeOffset.FromUnixTimeMilliseconds(1763629200000));
        read.Mode.ShouldBe(default);
        read.Status.ShouldBe(default);
    }

    [Fact]
    public async Task What_the_provider_wrote_is_in_no_message()
    {
        Fixture.Provider.Answer(404, """{"error":"Customer with externalId ada@example.com not found","code":"NOT_FOUND"}""");

        BillingNotFoundException failure = await Should.ThrowAsync<BillingNotFoundException>(
            () => Client.GetAsync(FlowgladFixture.AdaKey, cancellationToken: None));

        failure.ToString().ShouldNotContain("ada@example.com");
        failure.Message.ShouldContain("NOT_FOUND");
    }
}
