using BillingClients.Testing;

namespace BillingClients.Providers.Tests.Atlas;

/// <summary>Whatever Atlas answers becomes a typed error with its own code and words, or a customer.</summary>
public sealed class ErrorTests : IAsyncLifetime
{
    private const string Id = "6f1f0c0e-6a63-4f0e-9b0a-3f1d5d2f8a11";

    private static readonly CancellationToken None = CancellationToken.None;

    private readonly AtlasFixture _fixture = new();

    private AtlasCustomerClient _once = null!;

    /// <summary>The server's own error bodies.</summary>
    public static TheoryData<OperationKind, int, string, string, Type> Thin => new()
    {
        { OperationKind.Create, 400, "validation_error", "email is required", typeof(BillingValidationException) },
        { OperationKind.Create, 400, "customer_exists", "A customer with this email already exists", typeof(BillingConflictException) },
        { OperationKind.Update, 400, "email_exists", "A customer with this email already exists", typeof(BillingConflictException) },
        { OperationKind.Delete, 400, "has_active_subscriptions", "Cannot delete customer with active subscriptions", typeof(BillingConflictException) },
        { OperationKind.Get, 401, "unauthorized", "Invalid API key", typeof(BillingAuthenticationException) },
        { OperationKind.Get, 404, "not_found", "Customer not found", typeof(BillingNotFoundException) },
        { OperationKind.Update, 404, "not_found", "Customer not found", typeof(BillingNotFoundException) },
        { OperationKind.Delete, 404, "not_found", "Customer not found", typeof(BillingNotFoundException) },
        { OperationKind.Get, 405, "method_not_allowed", "Method not allowed", typeof(BillingProviderException) },
        { OperationKind.Create, 500, "create_failed", "Failed to create customer", typeof(AmbiguousOutcomeException) },
        { OperationKind.List, 500, "list_failed", "Failed to list customers", typeof(BillingProviderException) },
        { OperationKind.Update, 500, "update_failed", "Failed to update customer", typeof(BillingProviderException) },
        { OperationKind.Delete, 500, "delete_failed", "Failed to delete customer", typeof(BillingProviderException) },
        { OperationKind.Get, 500, "internal_error", "Internal server error", typeof(BillingProviderException) },
    };

    /// <summary>The documentation's table of types.</summary>
    public static TheoryData<int, string, string?, Type> Rich => new()
    {
        { 400, "invalid_request_error", "parameter_missing", typeof(BillingValidationException) },
        { 400, "validation_error", "parameter_invalid", typeof(BillingValidationException) },
        { 400, "validation_error", null, typeof(BillingValidationException) },
        { 401, "authentication_error", "invalid_api_key", typeof(BillingAuthenticationException) },
        { 402, "card_error", "payment_failed", typeof(BillingValidationException) },
        { 403, "invalid_request_error", "forbidden", typeof(BillingPermissionException) },
        { 404, "invalid_request_error", "not_found", typeof(BillingNotFoundException) },
        { 409, "idempotency_error", "idempotency_key_in_use", typeof(BillingProviderException) },
        { 409, "idempotency_error", "idempotency_key_reused", typeof(BillingConflictException) },
        { 429, "rate_limit_error", "rate_limited", typeof(BillingRateLimitException) },
        { 500, "api_error", "api_error", typeof(BillingProviderException) },
        { 503, "api_error", null, typeof(BillingProviderException) },
    };

    public async ValueTask InitializeAsync()
    {
        await _fixture.InitializeAsync();
        _once = _fixture.CreateClient(options => options.MaxAttempts = 1);
    }

    public ValueTask DisposeAsync()
    {
        _once.Dispose();
        return _fixture.DisposeAsync();
    }

    [Theory]
    [MemberData(nameof(Thin))]
    public async Task A_thin_error_body_gives_its_code_and_message(OperationKind operation, int status, string code, string message, Type type)
    {
        _fixture.Provider.Answer(status, $$$"""{"error":{"code":"{{{code}}}","message":"{{{message}}}"}}""");

        BillingException error = await FailAsync(operation);

        error.ShouldBeOfType(type);
        error.Operation.ShouldNotBeNull().Kind.ShouldBe(operation);
        error.StatusCode.ShouldBe(status);
        error.ProviderCode.ShouldBe(code);
        error.ProviderMessage.ShouldBe(message);
        error.ResponseBody!.ShouldContain(code);
        error.IsTransient.ShouldBe(status == 500 && operation != OperationKind.Create);
        error.Message.ShouldContain("Atlas");
        error.Message.ShouldNotContain(message);
    }

    [Theory]
    [MemberData(nameof(Rich))]
    public async Task A_rich_error_body_gives_its_code_or_else_its_type(int status, string type, string? code, Type exception)
    {
        string given = code is null ? "" : $"\"code\":\"{code}\",";
        _fixture.Provider.Answer(status, $$"""
            {
              "error": {
                "type": "{{type}}", {{given}} "message": "The email parameter is required.", "decline_code": null, "param": "email",
                "request_id": "req_8f2b1c", "doc_url": "https://example.com/errors"
              }
            }
            """);

        BillingException error = await FailAsync(OperationKind.Get);

        error.ShouldBeOfType(exception);
        error.ProviderCode.ShouldBe(code ?? type);
        error.ProviderMessage.ShouldBe("The email parameter is required.");
        error.RequestId.ShouldBe("req_8f2b1c");
        (error as BillingValidationException)?.Errors.ShouldHaveSingleItem().ShouldBe(new FieldError("email", "The email parameter is required."));
    }

    [Fact]
    public async Task A_taken_email_address_names_the_customer_that_has_it()
    {
        Customer first = await _once.CreateAsync(AtlasFixture.Ada, cancellationToken: None);

        BillingConflictException conflict = await Should.ThrowAsync<BillingConflictException>(
            () => _once.CreateAsync(AtlasFixture.Ada, cancellationToken: None));

        conflict.StatusCode.ShouldBe(400);
        conflict.ExistingId.ShouldBe(first.Id);
        conflict.OutcomeUnknown.ShouldBeFalse();
        _fixture.Sent.ShouldBe(["POST /customers", "POST /customers"]);
    }

    [Fact]
    public async Task An_update_to_a_taken_email_address_is_a_conflict()
    {
        Customer ada = await _once.CreateAsync(AtlasFixture.Ada, cancellationToken: None);
        await _once.CreateAsync(new CustomerCreate { Email = "charles@example.com" }, cancellationToken: None);

        BillingConflictException conflict = await Should.ThrowAsync<BillingConflictException>(
            () => _once.UpdateAsync(CustomerKey.FromId(ada.Id), new CustomerUpdate { Email = "charles@example.com" }, cancellationToken: None));

        conflict.ProviderCode.ShouldBe("email_exists");
        conflict.ExistingId.ShouldBeNull();
    }

    [Fact]
    public async Task A_delete_that_subscriptions_forbid_is_a_conflict()
    {
        Customer ada = await _once.CreateAsync(AtlasFixture.Ada, cancellationToken: None);
        _fixture.Provider.AddSubscription(ada.Id);

        BillingConflictException conflict = await Should.ThrowAsync<BillingConflictException>(
            () => _once.DeleteAsync(CustomerKey.FromId(ada.Id), cancellationToken: None));

        conflict.ProviderCode.ShouldBe("has_active_subscriptions");
    }

    [Fact]
    public async Task A_revoked_key_is_an_authentication_error()
    {
        _fixture.Provider.RevokeKey(_fixture.Provider.ApiKey);

        BillingAuthenticationException error = await Should.ThrowAsync<BillingAuthenticationException>(
            () => _once.GetAsync(CustomerKey.FromId(Id), cancellationToken: None));

        error.ProviderCode.ShouldBe("unauthorized");
        error.ToString().ShouldNotContain(_fixture.Provider.ApiKey);
    }

    [Fact]
    public async Task The_time_to_wait_is_read_from_the_rate_limits_reset()
    {
        long reset = DateTimeOffset.UnixEpoch.AddYears(100).ToUnixTimeSeconds();
        _fixture.Provider.Answer(SimulatedAnswer
            .Json(429, """{"error":{"type":"rate_limit_error","message":"Too many requests"}}""")
            .WithHeader("X-RateLimit-Reset", reset.ToString(System.Globalization.CultureInfo.InvariantCulture)));

        BillingRateLimitException error = await Should.ThrowAsync<BillingRateLimitException>(
            () => _fixture.Client.GetAsync(CustomerKey.FromId(Id), cancellationToken: None));

        error.RetryAfter.ShouldNotBeNull().ShouldBeGreaterThan(TimeSpan.FromDays(1));
        error.Attempts.ShouldBe(1);
    }

    /// <summary>Atlas documents the header for every answer: it says when the window ends.</summary>
    [Fact]
    public async Task A_failure_that_has_nothing_to_do_with_rate_limits_is_tried_again_before_the_window_ends()
    {
        Customer ada = await _fixture.Client.CreateAsync(AtlasFixture.Ada, cancellationToken: None);
        _fixture.Provider.Answer(SimulatedAnswer
            .Json(503, """{"error":{"type":"api_error","message":"busy"}}""")
            .WithHeader("X-RateLimit-Reset", DateTimeOffset.UnixEpoch.AddYears(100).ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture)));

        Customer read = await _fixture.Client.GetAsync(CustomerKey.FromId(ada.Id), cancellationToken: None);

        read.Response!.Attempts.ShouldBe(2);
    }

    [Theory]
    [InlineData("", null, null)]
    [InlineData("null", null, null)]
    [InlineData("[]", null, null)]
    [InlineData("\"busy\"", null, null)]
    [InlineData("upstream connect error", null, "upstream connect error")]
    [InlineData("<html><h1>502 Bad Gateway</h1></html>", null, null)]
    [InlineData("{", null, "{")]
    [InlineData("""{"error":"busy"}""", null, "busy")]
    [InlineData("""{"error":null,"message":"busy"}""", null, "busy")]
    [InlineData("""{"code":"BOOT_ERROR","message":"busy"}""", "BOOT_ERROR", "busy")]
    [InlineData("""{"error":[{"code":"busy"}]}""", null, null)]
    [InlineData("""{"error":{"code":7,"message":{"text":"busy"}}}""", "7", null)]
    [InlineData("""{"error":{"code":null,"message":null,"param":["email"]}}""", null, null)]
    [InlineData("""{"error":{"code":"\ud83d"}}""", "\"\\ud83d\"", null)]
    public async Task An_error_body_of_any_shape_is_read_as_far_as_it_goes(string body, string? code, string? message)
    {
        _fixture.Provider.Answer(502, body);

        BillingProviderException error = await Should.ThrowAsync<BillingProviderException>(
            () => _once.GetAsync(CustomerKey.FromId(Id), cancellationToken: None));

        error.StatusCode.ShouldBe(502);
        error.ProviderCode.ShouldBe(code);
        error.ProviderMessage.ShouldBe(message);
        error.IsTransient.ShouldBeTrue();
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("null", null)]
    [InlineData("<html></html>", null)]
    [InlineData("{", null)]
    [InlineData("[]", null)]
    [InlineData("\"cus_1815\"", null)]
    [InlineData("{}", "id")]
    [InlineData("""{"id":null}""", "id")]
    [InlineData("""{"id":""}""", "id")]
    [InlineData("""{"id":{"value":"cus_1815"}}""", "id")]
    public async Task A_success_that_is_not_a_customer_is_unreadable(string body, string? field)
    {
        _fixture.Provider.Answer(200, body);

        UnreadableResponseException error = await Should.ThrowAsync<UnreadableResponseException>(
            () => _once.GetAsync(CustomerKey.FromId(Id), cancellationToken: None));

        error.Field.ShouldBe(field);
        error.StatusCode.ShouldBe(200);
    }

    [Fact]
    public async Task What_can_be_understood_is_read()
    {
        _fixture.Provider.Answer(200, """
            {
              "id": 1815, "object": "klient", "email": null, "name": 12, "phone": true, "billing_address": {"line1": 12, "postal_code": 10115, "city": null},
              "tax_ids": [null, {"type": "eu_vat"}, {"type": null, "value": 7}], "tax_exempt": null,
              "metadata": {"seats": 5, "tags": ["a"], "external_id": 42}, "created": "1763596800"
            }
            """);

        Customer read = await _once.GetAsync(CustomerKey.FromId("1815"), cancellationToken: None);

        read.Id.ShouldBe("1815");
        read.Name.ShouldBe("12");
        read.Phone.ShouldBe("true");
        read.BillingAddress.ShouldBe(new Address { Line1 = "12", PostalCode = "10115" });
        read.TaxIds.ShouldBe([new TaxId("eu_vat", ""), new TaxId("", "7")]);
        read.TaxExempt.ShouldBeNull();
        read.Metadata["tags"].ShouldBe("""["a"]""");
        read.ExternalId.ShouldBe("42");
        read.CreatedAt.ShouldBe(DateTimeOffset.FromUnixTimeSeconds(1763596800));
        read.As<AtlasCustomer>()!.ObjectType.ShouldBe("klient");
    }

    [Theory]
    [InlineData("99999999999999999999")]
    [InlineData("1e400")]
    [InlineData("-99999999999999")]
    [InlineData("\"yesterday\"")]
    [InlineData("\"\"")]
    public async Task A_date_that_is_none_is_null_and_kept_as_it_came(string created)
    {
        _fixture.Provider.Answer(200, $$"""{"id":"cus_1815","created":{{created}}}""");

        Customer read = await _once.GetAsync(CustomerKey.FromId("cus_1815"), cancellationToken: None);

        read.CreatedAt.ShouldBeNull();
        read.As<AtlasCustomer>()!.Created!.Value.Text.ShouldBe(created.Trim('"'));
    }

    [Fact]
    public async Task The_last_of_two_equal_fields_counts()
    {
        _fixture.Provider.Answer(200, """{"id":"cus_1815","name":"Ada","name":"Ada King"}""");

        (await _once.GetAsync(CustomerKey.FromId("cus_1815"), cancellationToken: None)).Name.ShouldBe("Ada King");
    }

    private async Task<BillingException> FailAsync(OperationKind operation)
    {
        CustomerKey key = CustomerKey.FromId(Id);
        return await Should.ThrowAsync<BillingException>(() => operation switch
        {
            OperationKind.Create => _once.CreateAsync(AtlasFixture.Ada, cancellationToken: None),
            OperationKind.Update => _once.UpdateAsync(key, new CustomerUpdate { Name = "Ada" }, cancellationToken: None),
            OperationKind.Delete => _once.DeleteAsync(key, cancellationToken: None),
            OperationKind.List => _once.ListPageAsync(new CustomerListRequest(), cancellationToken: None),
            _ => _once.GetAsync(key, cancellationToken: None),
        });
    }
}
