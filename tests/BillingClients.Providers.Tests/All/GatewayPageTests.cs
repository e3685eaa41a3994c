using BillingClients.Testing;

namespace BillingClients.Providers.Tests.All;

/// <summary>A page that is not the provider's says nothing about a customer.</summary>
public sealed class GatewayPageTests
{
    private static readonly string[] Pages =
    [
        "<html><head><title>404 Not Found</title></head><body><center>nginx</center></body></html>", "404 page not found", "default backend - 404", "", "[]",
    ];

    private static string[] Names => [.. DiscoveredProvider.All.Select(static provider => provider.Name)];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string, string> NotFoundPages { get; } = new MatrixTheoryData<string, string>(Names, Pages);

    [Theory]
    [MemberData(nameof(NotFoundPages))]
    public async Task A_404_that_is_not_the_providers_is_not_a_missing_customer(string provider, string page)
    {
        await using Bench bench = await Bench.StartAsync(provider);
        bench.Provider.Answer(SimulatedAnswer.Html(404, page));

        BillingProviderException failure = await Should.ThrowAsync<BillingProviderException>(() => bench.Client.FindAsync(SomeKey(bench), cancellationToken: Token));

        failure.StatusCode.ShouldBe(404);
        failure.IsTransient.ShouldBeFalse();
        failure.Message.ShouldContain("check " + bench.Provider.BaseAddress);
        bench.Provider.Requests.ShouldHaveSingleItem();
    }

    [Theory]
    [MemberData(nameof(ProviderCase.Names), MemberType = typeof(ProviderCase))]
    public async Task If_the_first_attempt_of_a_create_gets_one_it_is_refused_and_not_sent_again(string provider)
    {
        await using Bench bench = await Bench.StartAsync(provider);
        bench.Provider.Answer(SimulatedAnswer.Html(404, Pages[0]), BehindTheScenes.IsCreate);

        BillingProviderException failure = await Should.ThrowAsync<BillingProviderException>(
            () => bench.Client.CreateAsync(ProviderCase.Ada, cancellationToken: Token));

        failure.Attempts.ShouldBe(1);
        failure.OutcomeUnknown.ShouldBeFalse();
        bench.Provider.Customers.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(ProviderCase.Names), MemberType = typeof(ProviderCase))]
    public async Task If_a_later_attempt_of_an_update_gets_one_it_is_not_sent_again(string provider)
    {
        await using Bench bench = await Bench.StartAsync(provider);
        Customer ada = await bench.Client.CreateAsync(ProviderCase.Ada, cancellationToken: Token);
        CustomerKey key = bench.Client.Provider.Capabilities.Update.ById == Support.Unsupported ? CustomerKey.FromExternalId("crm-1815") : CustomerKey.FromId(ada.Id);
        bench.Provider.Answer(500, "{}", static request => request.Method != "GET");
        bench.Provider.Answer(SimulatedAnswer.Html(404, Pages[0]), static request => request.Method != "GET");

        BillingProviderException failure = await Should.ThrowAsync<BillingProviderException>(
            () => bench.Client.UpdateAsync(key, new CustomerUpdate { Name = "Ada King" }, cancellationToken: Token));

        failure.Attempts.ShouldBe(2);
        failure.OutcomeUnknown.ShouldBeTrue();
    }

    [Theory]
    [InlineData("atlas", """{"code":"NOT_FOUND","message":"Requested function was not found"}""")]
    [InlineData("flexprice", """{"message":"no Route matched with those values"}""")]
    [InlineData("flowglad", """{"message":"no Route matched with those values"}""")]
    public async Task A_404_in_the_format_of_a_known_gateway_is_not_a_missing_customer(string provider, string page)
    {
        await using Bench bench = await Bench.StartAsync(provider);
        bench.Provider.Answer(404, page);

        await Should.ThrowAsync<BillingProviderException>(() => bench.Client.FindAsync(SomeKey(bench), cancellationToken: Token));
    }

    [Theory]
    [InlineData("atlas")]
    [InlineData("flexprice")]
    [InlineData("flowglad")]
    [InlineData("flex")]
    public async Task A_login_page_is_not_a_delete(string provider)
    {
        await using Bench bench = await Bench.StartAsync(provider, static options => options.MaxAttempts = 1);
        bench.Provider.Answer(SimulatedAnswer.Html(200, "\r\n<!doctype html><title>Sign in</title>"));

        UnreadableResponseException failure = await Should.ThrowAsync<UnreadableResponseException>(() => bench.Client.DeleteAsync(SomeKey(bench), cancellationToken: Token));

        failure.OutcomeUnknown.ShouldBeTrue();
        failure.ResponseBody.ShouldNotBeNull().ShouldContain("Sign in");
    }

    public static TheoryData<string, string> NotDeleted { get; } = new MatrixTheoryData<string, string>(
        ["atlas", "flexprice", "flowglad", "flex"],
        ["no healthy upstream", "false", "\"no\"", """{"message":"Unauthorized"}""", """{"error":true}""", """{"success":false}""", """{"error":"not allowed"}"""]);

    [Theory]
    [MemberData(nameof(NotDeleted))]
    public async Task Whatever_else_is_answered_with_success_is_not_a_delete_either(string provider, string body)
    {
        await using Bench bench = await Bench.StartAsync(provider, static options => options.MaxAttempts = 1);
        bench.Provider.Answer(200, body);

        BillingException failure = await Should.ThrowAsync<BillingException>(() => bench.Client.DeleteAsync(SomeKey(bench), cancellationToken: Token));

        failure.OutcomeUnknown.ShouldBeTrue();
    }

    [Theory]
    [InlineData("atlas", """{"id":"other-id","deleted":true}""")]
    [InlineData("flowglad", """{"customer":{"id":"other-id","externalId":"other"} }""")]
    public async Task A_delete_of_another_customer_is_not_the_one_that_was_asked_for(string provider, string body)
    {
        await using Bench bench = await Bench.StartAsync(provider, static options => options.MaxAttempts = 1);
        bench.Provider.Answer(200, body);

        UnreadableResponseException failure = await Should.ThrowAsync<UnreadableResponseException>(() => bench.Client.DeleteAsync(SomeKey(bench), cancellationToken: Token));

        failure.Message.ShouldContain("it is about another customer");
    }

    [Theory]
    [InlineData("\"\"")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    public async Task An_empty_error_is_none(string error)
    {
        foreach (AnswerShape shape in AnswerShape.All)
        {
            await using Bench bench = await Bench.StartAsync(shape.Provider);
            string single = shape.Single(shape.Customer("wanted").Replace("crm-1", "wanted", StringComparison.Ordinal));
            bench.Provider.Answer(200, $"{{\"error\":{error},{single[1..]}");

            (await bench.Client.GetAsync(SomeKey(bench), cancellationToken: Token)).Email.ShouldBe("ada@example.com", shape.Provider);
        }
    }

    [Theory]
    [MemberData(nameof(AnswerShape.Providers), MemberType = typeof(AnswerShape))]
    public async Task An_error_with_half_a_character_in_a_name_is_typed(string provider)
    {
        await using Bench bench = await Bench.StartAsync(provider, static options => options.MaxAttempts = 1);
        bench.Provider.Answer(200, """{"\ud800":1,"error":{} }""");

        await Should.ThrowAsync<UnreadableResponseException>(() => bench.Client.GetAsync(SomeKey(bench), cancellationToken: Token));
    }

    [Theory]
    [MemberData(nameof(AnswerShape.Providers), MemberType = typeof(AnswerShape))]
    public async Task An_error_with_the_status_of_a_success_is_read_as_an_error_and_sent_once(string provider)
    {
        await using Bench bench = await Bench.StartAsync(provider);
        string error = provider == "flowglad" ? "\"The plan does not allow this\"" : """{"message":"The plan does not allow this"}""";
        bench.Provider.Answer(200, $$"""{"success":false,"error":{{error}},"code":"plan_limit"}""", BehindTheScenes.IsCreate);

        AmbiguousOutcomeException open = await Should.ThrowAsync<AmbiguousOutcomeException>(() => bench.Client.CreateAsync(ProviderCase.Ada, cancellationToken: Token));

        BillingProviderException failure = open.InnerException.ShouldBeOfType<BillingProviderException>();
        failure.ProviderMessage.ShouldBe("The plan does not allow this");
        failure.ResponseBody.ShouldNotBeNull().ShouldContain("plan_limit");
        bench.Provider.Requests.Count(BehindTheScenes.IsCreate).ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(AnswerShape.Providers), MemberType = typeof(AnswerShape))]
    public async Task A_customer_whose_data_speaks_of_errors_is_a_customer(string provider)
    {
        await using Bench bench = await Bench.StartAsync(provider);
        AnswerShape shape = AnswerShape.Of(provider);
        string customer = shape.Customer("wanted", "metadata", """{"error":"none","success":"false"}""").Replace("crm-1", "wanted", StringComparison.Ordinal);
        bench.Provider.Answer(200, shape.Single(customer));

        Customer read = await bench.Client.GetAsync(SomeKey(bench), cancellationToken: Token);

        read.Email.ShouldBe("ada@example.com");
    }

    [Theory]
    [InlineData("atlas", """{"error":{"code":"validation_error","message":"email is required"}}""")]
    [InlineData("flexprice", """{"code":"validation_error","message":"email is required"}""")]
    [InlineData("flowglad", """{"code":"validation_error","error":"email is required"}""")]
    [InlineData("flex", """{"error":{"code":"validation_error","message":"email is required"}}""")]
    public async Task An_error_behind_a_byte_order_mark_is_read(string provider, string body)
    {
        await using Bench bench = await Bench.StartAsync(provider);
        bench.Provider.Answer(400, "\uFEFF" + body, BehindTheScenes.IsCreate);

        BillingValidationException failure = await Should.ThrowAsync<BillingValidationException>(() => bench.Client.CreateAsync(ProviderCase.Ada, cancellationToken: Token));

        failure.ProviderCode.ShouldBe("validation_error");
        failure.ProviderMessage.ShouldBe("email is required");
    }

    private static CustomerKey SomeKey(Bench bench) =>
        bench.Client.Provider.Capabilities.Get.ById == Support.Unsupported ? CustomerKey.FromExternalId("wanted") : CustomerKey.FromId("wanted");
}
