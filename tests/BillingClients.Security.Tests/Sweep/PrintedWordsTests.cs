using BillingClients.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace BillingClients.Security.Tests.Sweep;

/// <summary>Codes and request ids of a provider are printed, because its support asks for them, unless they repeat what was sent.</summary>
public sealed class PrintedWordsTests
{
    private static readonly CustomerCreate Customer = new()
    {
        ExternalId = "crm-1815",
        Name = "Ada Lovelace",
        Email = "ada.lovelace@example.com",
        Phone = "+14155550100",
        Metadata = new Dictionary<string, string> { ["contract-77"] = "gold" },
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("tax_id_invalid")]
    [InlineData("email_invalid")]
    [InlineData("customers-limit")]
    [InlineData("metadata.invalid")]
    [InlineData("in_use")]
    [InlineData("8f2b1c00-77")]
    [InlineData("invalid_json")]
    [InlineData("billing_portal_error")]
    public async Task A_word_of_the_providers_own_is_printed(string word)
    {
        (BillingException failure, string logged) = await FailAsync(word);

        failure.Message.ShouldContain($"(HTTP 422, {word}, request id {word}): ");
        logged.ShouldContain($"request id {word}");
    }

    [Theory]
    [InlineData("crm-1815")]
    [InlineData("CRM-1815")]
    [InlineData("Ada")]
    [InlineData("ada.lovelace")]
    [InlineData("user_lovelace_exists")]
    [InlineData("14155550100")]
    [InlineData("gold")]
    [InlineData("contract-77")]
    [InlineData("key_of_a_call")]
    [InlineData("order-key-1")]
    [InlineData("tenant-9")]
    [InlineData("ada.lovelace@example.com")]
    [InlineData("two words")]
    public async Task A_code_that_repeats_what_was_sent_or_has_other_characters_is_in_a_property_and_not_printed(string word)
    {
        (BillingException failure, string logged) = await FailAsync(word);

        $"{failure} {logged}".ShouldNotContain(word, Case.Insensitive);
        failure.ProviderCode.ShouldBe(word);
        failure.RequestId.ShouldBe(word);
    }

    [Theory]
    [InlineData("/customers/external/crm-1815", "crm-1815")]
    [InlineData("/customers/external/crm-1815", "customers")]
    public async Task A_word_of_the_path_is_printed_only_when_the_path_has_it_for_everyone(string path, string word)
    {
        await using ProviderSimulator simulator = await ProviderSimulator.StartAsync(cancellationToken: Cancellation);
        FlexpriceOptions settings = new() { BaseAddress = simulator.Flexprice.BaseAddress, ApiKey = simulator.Flexprice.ApiKey };
        using FlexpriceCustomerClient client = new(settings);
        simulator.Flexprice.Answer(422, $$"""{"code":"{{word}}","message":"no"}""", Testing.Requests.Get(path));

        BillingException failure = await Should.ThrowAsync<BillingException>(
            () => client.GetAsync(CustomerKey.FromExternalId("crm-1815"), cancellationToken: Cancellation));

        failure.Message.Contains(word, StringComparison.Ordinal).ShouldBe(word == "customers");
    }

    [Fact]
    public async Task Where_the_application_sends_another_body_nobody_can_tell_and_nothing_is_printed()
    {
        await using ProviderSimulator simulator = await ProviderSimulator.StartAsync(cancellationToken: Cancellation);
        simulator.Flexprice.Answer(422, """{"code":"tax_id_invalid","message":"no"}""");
        ServiceCollection services = new();
        services.AddFlexprice(options =>
        {
            options.BaseAddress = simulator.Flexprice.BaseAddress;
            options.ApiKey = simulator.Flexprice.ApiKey;
        }).ConfigureHttpClient(static http => http.AddHttpMessageHandler(static () => new OtherBody()));
        await using ServiceProvider provider = services.BuildServiceProvider();

        BillingException failure = await Should.ThrowAsync<BillingValidationException>(
            () => provider.GetRequiredService<ICustomerClient>().CreateAsync(Customer, cancellationToken: Cancellation));

        failure.Message.ShouldContain("(HTTP 422):");
        failure.ProviderCode.ShouldBe("tax_id_invalid");
    }

    private static async Task<(BillingException Failure, string Logged)> FailAsync(string word)
    {
        await using ProviderSimulator simulator = await ProviderSimulator.StartAsync(cancellationToken: Cancellation);
        simulator.Atlas.AcceptKey("sk_test_key_of_a_call");
        simulator.Atlas.Answer(SimulatedAnswer.Json(422, $$"""{"error": {"code":"{{word}}", "message":"no"} }""").WithHeader("X-Request-Id", word));
        using Observed observed = new();
        AtlasOptions settings = new() { BaseAddress = simulator.Atlas.BaseAddress, ApiKey = simulator.Atlas.ApiKey, ApplicationName = "portal" };
        using AtlasCustomerClient client = new(settings, observed.Log);
        CallOptions options = new()
        {
            ApiKey = "sk_test_key_of_a_call",
            IdempotencyKey = "order-key-1",
            Headers = new Dictionary<string, string> { ["X-Tenant"] = "tenant-9" },
        };

        BillingException failure = await Should.ThrowAsync<BillingValidationException>(() => client.CreateAsync(Customer, options, Cancellation));
        IEnumerable<string> logged = from seen in observed.Texts where seen.Where.StartsWith("log", StringComparison.Ordinal) select seen.Text;
        return (failure, string.Join('\n', logged));
    }

    private sealed class OtherBody : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Content = new StringContent("<not JSON/>");
            return base.SendAsync(request, cancellationToken);
        }
    }
}
