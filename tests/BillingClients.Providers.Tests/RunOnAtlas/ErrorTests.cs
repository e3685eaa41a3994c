using BillingClients.Testing;

namespace BillingClients.Providers.Tests.RunOnAtlas;

/// <summary>Every error is a typed exception with RunOnAtlas's own words kept, whatever the body looks like.</summary>
public sealed class ErrorTests : IAsyncLifetime
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly CustomerKey SomeId = CustomerKey.FromId("atlas-internal-customer-id-123");

    private readonly RunOnAtlasFixture _fixture = new();

    public ValueTask InitializeAsync() => _fixture.InitializeAsync();

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    [Theory]
    [InlineData(400, typeof(BillingValidationException))]
    [InlineData(401, typeof(BillingAuthenticationException))]
    [InlineData(403, typeof(BillingPermissionException))]
    [InlineData(404, typeof(BillingNotFoundException))]
    [InlineData(409, typeof(BillingConflictException))]
    [InlineData(422, typeof(BillingValidationException))]
    [InlineData(429, typeof(BillingRateLimitException))]
    [InlineData(500, typeof(BillingProviderException))]
    [InlineData(503, typeof(BillingProviderException))]
    public async Task A_status_has_its_exception_and_the_words_of_either_body(int status, Type expected)
    {
        using RunOnAtlasCustomerClient client = _fixture.CreateClient(options => options.MaxAttempts = 1);
        foreach (string member in (string[])["message", "error"])
        {
            _fixture.Provider.Answer(status, $$"""{"{{member}}":"Words of RunOnAtlas"}""");

            BillingException failure = await FailAsync(() => client.GetAsync(SomeId, cancellationToken: None));

            failure.ShouldBeOfType(expected);
            failure.StatusCode.ShouldBe(status);
            failure.ProviderMessage.ShouldBe("Words of RunOnAtlas");
            failure.ToString().ShouldNotContain("Words of RunOnAtlas");
        }
    }

    [Theory]
    [InlineData("""{"message":"First","error":"Second"}""", "First", null)]
    [InlineData("""{"error":{"message":"Inside","code":"some_code"}}""", "Inside", "some_code")]
    [InlineData("""{"statusCode":400,"message":["one","two"],"error":"Bad Request"}""", "Bad Request", null)]
    [InlineData("""{"message":5}""", "5", null)]
    [InlineData("""{"message":null,"error":null}""", null, null)]
    [InlineData("""["nothing","known"]""", null, null)]
    [InlineData("\"text\"", null, null)]
    [InlineData("plain words", "plain words", null)]
    [InlineData("<html>Bad Request</html>", null, null)]
    [InlineData("", null, null)]
    [InlineData("""{"message":"\ud800"}""", "\"\\ud800\"", null)]
    public async Task A_body_of_any_shape_is_read_as_far_as_it_can_be(string body, string? message, string? code)
    {
        _fixture.Provider.Answer(400, body);

        BillingException failure = await FailAsync(() => _fixture.Client.GetAsync(SomeId, cancellationToken: None));

        failure.ShouldBeOfType<BillingValidationException>();
        failure.ProviderMessage.ShouldBe(message);
        failure.ProviderCode.ShouldBe(code);
    }

    [Fact]
    public async Task A_wrong_key_is_an_authentication_error()
    {
        using RunOnAtlasCustomerClient client = _fixture.CreateClient(options => options.ApiKey = "a-key-of-somebody-else");

        BillingException failure = await FailAsync(() => client.CreateAsync(RunOnAtlasFixture.Ada, cancellationToken: None));

        failure.ShouldBeOfType<BillingAuthenticationException>();
        failure.ProviderMessage.ShouldBe("Invalid API key");
        failure.ToString().ShouldNotContain("a-key-of-somebody-else");
        _fixture.Provider.Requests.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_second_create_with_the_same_external_id_is_a_conflict_where_RunOnAtlas_says_so()
    {
        await _fixture.Client.CreateAsync(RunOnAtlasFixture.Ada, cancellationToken: None);

        BillingException failure = await FailAsync(() => _fixture.Client.CreateAsync(RunOnAtlasFixture.Ada, cancellationToken: None));

        failure.ShouldBeOfType<BillingConflictException>();
        failure.Attempts.ShouldBe(1);
    }

    [Fact]
    public async Task A_gateways_HTML_is_a_provider_failure()
    {
        _fixture.Provider.Answer(SimulatedAnswer.Html(502, "<html><h1>502 Bad Gateway</h1></html>"));
        using RunOnAtlasCustomerClient client = _fixture.CreateClient(options => options.MaxAttempts = 1);

        BillingException failure = await FailAsync(() => client.GetAsync(SomeId, cancellationToken: None));

        failure.ShouldBeOfType<BillingProviderException>();
        failure.IsTransient.ShouldBeTrue();
        failure.ProviderMessage.ShouldBeNull();
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("It works!")]
    [InlineData("""[{"id":"a"}]""")]
    [InlineData("""{"id":null,"externalId":"crm-1815"}""")]
    [InlineData("""{"externalId":"crm-1815"}""")]
    [InlineData("""{"id":"a","name":"Ada""")]
    public async Task A_success_that_cannot_be_read_says_so(string body)
    {
        using RunOnAtlasCustomerClient client = _fixture.CreateClient(static options => options.MaxAttempts = 1);
        _fixture.Provider.Answer(200, body);

        BillingException failure = await FailAsync(() => client.GetAsync(SomeId, cancellationToken: None));

        failure.ShouldBeOfType<UnreadableResponseException>();
        failure.StatusCode.ShouldBe(200);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("""{"id":"a"}""")]
    [InlineData("""{"id":"a","externalId":null}""")]
    public async Task An_update_does_not_go_on_from_a_customer_without_external_id(string stored)
    {
        using RunOnAtlasCustomerClient client = _fixture.CreateClient(options => options.MaxAttempts = 1);
        _fixture.Provider.Answer(200, stored);

        BillingException failure = await FailAsync(() => client.UpdateAsync(CustomerKey.FromId("a"), new CustomerUpdate { Name = "Ada King" }, cancellationToken: None));

        failure.ShouldBeOfType<UnreadableResponseException>().Field.ShouldBe("externalId");
        failure.OutcomeUnknown.ShouldBeFalse();
        _fixture.Provider.Requests.ShouldHaveSingleItem().Method.ShouldBe("GET");
    }

    [Fact]
    public async Task Odd_values_are_kept_where_a_customer_can_be_made_of_them()
    {
        _fixture.Provider.Answer(200, """
            {
              "id": 4711, "name": 5, "name": true, "email": 12.50, "createdAt": "99999-01-01", "updatedAt": 1763596800,
              "status": "hibernating", "isEligibleForTrial": null, "activeSubscriptions": [null, {"status":"paused","startDate":"soon"}],
              "customPricingUnits": [{"customPricingUnitId":7,"balance":"12.5"}]
            }
            """);

        Customer got = await _fixture.Client.GetAsync(CustomerKey.FromId("4711"), cancellationToken: None);

        got.Id.ShouldBe("4711");
        got.Name.ShouldBe("true");
        got.Email.ShouldBe("12.50");
        got.CreatedAt.ShouldBeNull();
        got.UpdatedAt.ShouldBeNull();
        got.Status.ShouldBe(new CustomerStatus("hibernating"));
        RunOnAtlasCustomer own = got.As<RunOnAtlasCustomer>()!;
        own.CreatedAt!.Value.Text.ShouldBe("99999-01-01");
        own.UpdatedAt!.Value.Text.ShouldBe("1763596800");
        own.ActiveSubscriptions![1].StartDate!.Value.Text.ShouldBe("soon");
        own.CustomPricingUnits![0].Balance.ShouldBe(12.5m);
    }

    [Theory]
    [InlineData("""{"results":[],"count":0,"pages":0}""", "currentPage")]
    [InlineData("""{"results":[],"count":0,"pages":0,"currentPage":0}""", "currentPage")]
    [InlineData("""{"results":[],"count":0,"currentPage":1}""", "pages")]
    [InlineData("""{"count":0,"pages":0,"currentPage":1}""", "results")]
    [InlineData("""{"results":[null],"count":1,"pages":1,"currentPage":1}""", "an item of the list")]
    [InlineData("""{"results":[{"name":"Ada"}],"count":1,"pages":1,"currentPage":1}""", "id")]
    public async Task A_page_without_a_fact_that_it_needs_names_the_fact(string body, string field)
    {
        using RunOnAtlasCustomerClient client = _fixture.CreateClient(static options => options.MaxAttempts = 1);
        _fixture.Provider.Answer(200, body);

        BillingException failure = await FailAsync(() => client.ListPageAsync(new CustomerListRequest(), cancellationToken: None));

        failure.ShouldBeOfType<UnreadableResponseException>().Field.ShouldBe(field);
    }

    private static async Task<BillingException> FailAsync(Func<Task> call) => await Should.ThrowAsync<BillingException>(call);
}
