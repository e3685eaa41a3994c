using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace BillingClients.Core.Tests.DependencyInjection;

/// <summary>A section that does not exist, or that is not the client's own: the message names those that exist.</summary>
public sealed class WrongSectionTests
{
    [Theory]
    [InlineData("Billing:Flexprise", " Did you mean 'Billing:Flexprice'?")]
    [InlineData("Billing:FLEX-PRICE", " Did you mean 'Billing:Flexprice'?")]
    [InlineData("Billing:Stripe", " In 'Billing' there are Flexprice and Flowglad.")]
    [InlineData("Biling:Flexprice", " There are no sections in 'Biling'.")]
    [InlineData("Flexprice", "")]
    public async Task A_missing_section_is_told_with_those_beside_it(string section, string neighbours) =>
        (await StartFailsAsync(section)).ShouldBe(
            $"The configuration section '{section}' is missing or has no settings in it.{neighbours}" + CheckTheName(section));

    [Fact]
    public void Without_a_configuration_in_the_container_nothing_is_said_about_other_sections()
    {
        using ServiceProvider provider = new ServiceCollection().AddFlexprice(new ConfigurationManager().GetSection("Billing:Flexprise")).Services.BuildServiceProvider();

        Should.Throw<OptionsValidationException>(provider.GetRequiredService<ICustomerClient>).Message.ShouldBe(
            "The configuration section 'Billing:Flexprise' is missing or has no settings in it." + CheckTheName("Billing:Flexprise"));
    }

    [Fact]
    public async Task The_section_above_the_clients_own_is_told_with_the_one_to_pass() =>
        (await StartFailsAsync("Billing")).ShouldBe(
            "The configuration section 'Billing' has sections where settings are expected: Flexprice and Flowglad."
            + " Pass the client's own section: GetSection(\"Billing:Flexprice\").");

    [Fact]
    public async Task The_section_that_is_named_like_the_client_is_the_one_to_pass() =>
        (await StartFailsAsync("Billing", "flow-glad")).ShouldEndWith(" Pass the client's own section: GetSection(\"Billing:Flowglad\").");

    [Fact]
    public async Task The_whole_configuration_is_told_with_the_section_to_pass()
    {
        HostApplicationBuilder builder = Builder();
        builder.Services.AddFlexprice(builder.Configuration);
        using IHost host = builder.Build();

        string message = (await Should.ThrowAsync<OptionsValidationException>(() => host.StartAsync(TestContext.Current.CancellationToken))).Message;

        message.ShouldBe(
            "The configuration that was passed for 'flexprice' has sections where settings are expected: Billing and Logging."
            + " Pass the client's own section: GetSection(\"Billing:Flexprice\").");
    }

    [Fact]
    public async Task Settings_in_a_section_of_their_own_are_told_where_to_be() =>
        (await StartFailsAsync("Billing:Flowglad")).ShouldBe(
            "The configuration section 'Billing:Flowglad' has a section where settings are expected: Retry. Settings are not nested: write them directly in 'Billing:Flowglad'.");

    [Fact]
    public async Task A_value_in_place_of_the_section_is_told_without_showing_it() =>
        (await StartFailsAsync("Billing:Atlas")).ShouldBe(
            "The configuration has a value at 'Billing:Atlas', but it must be a section with settings. Write the key at 'Billing:Atlas:ApiKey'.");

    [Fact]
    public async Task A_setting_in_place_of_its_section_is_told_with_the_section_to_pass() =>
        (await StartFailsAsync("Billing:Flexprice:ApiKey")).ShouldBe(
            "'Billing:Flexprice:ApiKey' is one setting. Pass the section that it is in: GetSection(\"Billing:Flexprice\").");

    [Fact]
    public async Task A_section_whose_name_may_be_a_key_is_not_named()
    {
        HostApplicationBuilder builder = Builder(("Odd:sk_live_canary1:ApiKey", "sk_1"));
        builder.Services.AddFlexprice(builder.Configuration.GetSection("Odd"));
        using IHost host = builder.Build();

        string message = (await Should.ThrowAsync<OptionsValidationException>(() => host.StartAsync(TestContext.Current.CancellationToken))).Message;

        message.ShouldBe(
            "Odd has an unknown setting. Its name is not shown: it may be a key in the wrong place. Check its spelling: settings are named like the properties of FlexpriceOptions.");
    }

    private static string CheckTheName(string section) =>
        $" Check the name in GetSection(\"{section}\"), and that its source (appsettings.json, user secrets, environment) was added. It needs ApiKey at least.";

    private static HostApplicationBuilder Builder(params (string Key, string? Value)[] more)
    {
        HostApplicationBuilder builder = new(new HostApplicationBuilderSettings { DisableDefaults = true });
        (string Key, string? Value)[] settings =
        [
            ("Billing:Flexprice:ApiKey", "sk_canary"), ("Billing:Flowglad:ApiKey", "sk_test_canary"), ("Billing:Flowglad:Retry:MaxAttempts", "2"),
            ("Billing:Atlas", "sk_test_canary"), ("Logging:LogLevel:Default", "Warning"), .. more,
        ];
        builder.Configuration.AddInMemoryCollection(settings.Select(static setting => new KeyValuePair<string, string?>(setting.Key, setting.Value)));
        return builder;
    }

    private static async Task<string> StartFailsAsync(string section, string name = "flexprice")
    {
        HostApplicationBuilder builder = Builder();
        builder.Services.AddFlexprice(name, builder.Configuration.GetSection(section));
        using IHost host = builder.Build();
        string message = (await Should.ThrowAsync<OptionsValidationException>(() => host.StartAsync(TestContext.Current.CancellationToken))).Message;
        message.ShouldNotContain("canary");
        return message;
    }
}
