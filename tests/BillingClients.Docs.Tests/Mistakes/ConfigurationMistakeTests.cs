using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using static BillingClients.Docs.Tests.Mistakes.Mistake;

namespace BillingClients.Docs.Tests.Mistakes;

/// <summary>The most likely mistakes in configuration, each with the whole message that its maker reads.</summary>
public sealed class ConfigurationMistakeTests
{
    private static readonly (string Key, string Value) GoodKey = ("Billing:Flexprice:ApiKey", "sk_1");

    [Fact]
    public void No_key() => Say(Should.Throw<ArgumentException>(static () => new FlexpriceCustomerClient(new FlexpriceOptions()))).ShouldBe(
        "FlexpriceOptions:ApiKey is missing. Set it, or ApiKeyProvider. If it comes from user secrets or the environment, check that it is set there;"
        + " do not keep it in the source. (Parameter 'options')");

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void A_key_from_an_environment_variable_that_is_not_set(string? key) => Say(Should.Throw<ArgumentException>(() => new FlexpriceCustomerClient(key!))).ShouldBe(
        "The API key is null or empty. If it comes from user secrets or the environment, check that it is set there. (Parameter 'apiKey')");

    [Fact]
    public void A_key_with_a_line_break() => Say(Should.Throw<ArgumentException>(static () => new FlexpriceCustomerClient("sk_canary\n"))).ShouldBe(
        "The API key contains a space, a line break or another character that is not allowed in a header. Copy it again, without quotes, line breaks"
        + " and the word Bearer. (Parameter 'apiKey')");

    [Fact]
    public void The_wrong_kind_of_API_key()
    {
        Say(Should.Throw<ArgumentException>(static () => new AtlasCustomerClient("pk_live_canary"))).ShouldStartWith(
            "The API key is not a secret key of Atlas: they begin with sk_test_ or sk_live_. Copy the secret key; a key of RunOnAtlas is for RunOnAtlasOptions.");
        Say(Should.Throw<ArgumentException>(static () => new FlexCustomerClient("sk_test_canary"))).ShouldStartWith(
            "The API key is not a key of Flex: they begin with fsk_test_ for test data and with fsk_ for live data.");
        Say(Should.Throw<ArgumentException>(static () => new FlowgladCustomerClient("Bearer sk_test_canary"))).ShouldStartWith(
            "The API key contains a space, a line break or another character that is not allowed in a header. Copy it again, without quotes, line breaks and the word Bearer.");
    }

    [Fact]
    public void A_wrong_section_name() => Say(FailureOf("Billing:Flexprise", GoodKey)).ShouldBe(
        "The configuration section 'Billing:Flexprise' is missing or has no settings in it. Did you mean 'Billing:Flexprice'? Check the name in"
        + " GetSection(\"Billing:Flexprise\"), and that its source (appsettings.json, user secrets, environment) was added. It needs ApiKey at least.");

    [Fact]
    public void The_section_above_the_right_one() => Say(FailureOf("Billing", GoodKey, ("Billing:Flowglad:ApiKey", "sk_test_canary"))).ShouldBe(
        "The configuration section 'Billing' has sections where settings are expected: Flexprice and Flowglad. Pass the client's own section:"
        + " GetSection(\"Billing:Flexprice\").");

    [Fact]
    public void A_key_in_place_of_the_section() => Say(FailureOf("Billing:Flexprice", ("Billing:Flexprice", "sk_canary"))).ShouldBe(
        "The configuration has a value at 'Billing:Flexprice', but it must be a section with settings. Write the key at 'Billing:Flexprice:ApiKey'.");

    [Fact]
    public void A_misspelt_option() => Say(FailureOf("Billing:Flexprice", GoodKey, ("Billing:Flexprice:MaxAtempts", "2"))).ShouldBe(
        "Billing:Flexprice:MaxAtempts is an unknown setting. Check its spelling: settings are named like the properties of FlexpriceOptions.");

    [Fact]
    public void A_time_in_seconds() => Say(FailureOf("Billing:Flexprice", GoodKey, ("Billing:Flexprice:TotalTimeout", "20"))).ShouldBe(
        "Billing:Flexprice:TotalTimeout is '20', which .NET reads as 20 days. Write 00:00:20 for 20 seconds, or 20.00:00:00 for 20 days.");

    [Fact]
    public void A_region_that_does_not_exist() => Say(FailureOf("Billing:Flexprice", GoodKey, ("Billing:Flexprice:Region", "Mars"))).ShouldBe(
        "Billing:Flexprice:Region is 'Mars', which is not one of its values. Use India or UnitedStates.");

    [Fact]
    public void A_switch_that_is_not_true_or_false()
    {
        IConfigurationRoot configuration = Configuration(("Billing:Flex:ApiKey", "fsk_test_1"), ("Billing:Flex:LookBeforeCreate", "yes"));
        using ServiceProvider provider = new ServiceCollection().AddFlex(configuration.GetSection("Billing:Flex")).Services.BuildServiceProvider();

        Say(Should.Throw<OptionsValidationException>(provider.GetRequiredService<ICustomerClient>)).ShouldBe(
            "Billing:Flex:LookBeforeCreate is 'yes', which is not true or false. Write true or false.");
    }

    [Fact]
    public void An_address_without_https() => Say(FailureOf("Billing:Flexprice", GoodKey, ("Billing:Flexprice:BaseAddress", "http://api.example/v1"))).ShouldBe(
        "Billing:Flexprice:BaseAddress (http, host 'api.example') is not https. Use https: plain http would show the API key to the network, and is allowed for loopback only.");

    [Fact]
    public void An_address_without_its_scheme() => Say(FailureOf("Billing:Flexprice", GoodKey, ("Billing:Flexprice:BaseAddress", "api.example/v1"))).ShouldBe(
        "Billing:Flexprice:BaseAddress is not an absolute address. Write it as https://host/path.");

    private static IConfigurationRoot Configuration(params (string Key, string Value)[] settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(static setting => new KeyValuePair<string, string?>(setting.Key, setting.Value))).Build();

    // The configuration is in the container, as in every host.
    private static OptionsValidationException FailureOf(string section, params (string Key, string Value)[] settings)
    {
        IConfigurationRoot configuration = Configuration(settings);
        using ServiceProvider provider = new ServiceCollection().AddSingleton<IConfiguration>(configuration)
            .AddFlexprice(configuration.GetSection(section)).Services.BuildServiceProvider();
        return Should.Throw<OptionsValidationException>(provider.GetRequiredService<ICustomerClient>);
    }
}
