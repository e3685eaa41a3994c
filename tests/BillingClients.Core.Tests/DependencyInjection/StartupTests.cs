using BillingClients.Core.Tests.Fixtures;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace BillingClients.Core.Tests.DependencyInjection;

/// <summary>A wrong configuration stops the application at its start, with the path, the remedy, and the value where it is a number or a time.</summary>
public sealed class StartupTests
{
    private const string Path = "Billing:Flexprice";

    [Fact]
    public async Task A_valid_configuration_starts()
    {
        using IHost host = Host((nameof(FlexpriceOptions.ApiKey), "sk_1"), ("Region", "UnitedStates"), ("TotalTimeout", "00:00:20"));

        await host.StartAsync(TestContext.Current.CancellationToken);

        FlexpriceOptions bound = host.Services.GetRequiredService<IOptionsMonitor<FlexpriceOptions>>().Get("flexprice");
        bound.Region.ShouldBe(FlexpriceRegion.UnitedStates);
        bound.TotalTimeout.ShouldBe(TimeSpan.FromSeconds(20));
    }

    [Theory]
    [InlineData("TotalTimeout", "00:00:00", "Billing:Flexprice:TotalTimeout is 00:00:00. Make it more than zero and at most 24 days.")]
    [InlineData("AttemptTimeout", "-00:00:01", "Billing:Flexprice:AttemptTimeout is -00:00:01. Make it more than zero and at most 24 days.")]
    [InlineData("MaxAttempts", "0", "Billing:Flexprice:MaxAttempts is 0. Make it 1 or more.")]
    [InlineData("RetryMaxDelay", "00:00:00.1", "Billing:Flexprice:RetryMaxDelay is 00:00:00.1000000, shorter than RetryBaseDelay, 00:00:00.5000000. Make it at least as long.")]
    [InlineData("BaseAddress", "http://billing.example", "Billing:Flexprice:BaseAddress (http, host 'billing.example') is not https. Use https: plain http would show the API key to the network, and is allowed for loopback only.")]
    [InlineData("BaseAddress", "sk_canary", "Billing:Flexprice:BaseAddress is not an absolute address. Write it as https://host/path.")]
    [InlineData("BaseAddress", "https://user:secret@billing.example", "Billing:Flexprice:BaseAddress (host 'billing.example') must be scheme, host and path only. Leave out user, query and fragment.")]
    public async Task A_value_out_of_bounds_is_named_with_its_path_and_the_remedy(string key, string value, string message) =>
        (await StartFailsAsync(("ApiKey", "sk_1"), (key, value))).ShouldBe(message);

    [Theory]
    [InlineData("TotalTimeout", "not a time. Write 00:00:20 for 20 seconds; hours go up to 23, minutes and seconds up to 59.")]
    [InlineData("MaxAttempts", "not a whole number. Write it in digits.")]
    [InlineData("Region", "not one of its values. Use India or UnitedStates.")]
    [InlineData("UnsupportedFields", "not one of its values. Use Throw, Ignore or StoreInMetadata.")]
    public async Task A_value_of_the_wrong_kind_that_may_be_a_key_is_not_shown(string key, string problem) =>
        (await StartFailsAsync(("ApiKey", "sk_1"), (key, "sk_canary' at 'canary"))).ShouldBe(
            $"{Path}:{key} is {problem} The value is not shown: it may be a key in the wrong place.");

    [Theory]
    [InlineData("TotalTimeout", "30 s", "not a time. Write 00:00:20 for 20 seconds; hours go up to 23, minutes and seconds up to 59.")]
    [InlineData("TotalTimeout", "00:99:00", "not a time. Write 00:00:20 for 20 seconds; hours go up to 23, minutes and seconds up to 59.")]
    [InlineData("MaxAttempts", "four", "not a whole number. Write it in digits.")]
    [InlineData("MaxAttempts", "2.5", "not a whole number. Write it in digits.")]
    [InlineData("Region", "Mars", "not one of its values. Use India or UnitedStates.")]
    [InlineData("Region", "7", "not one of its values. Use India or UnitedStates.")]
    [InlineData("Region", "1", "not one of its values. Use India or UnitedStates.")]
    [InlineData("UnsupportedFields", "Refuse", "not one of its values. Use Throw, Ignore or StoreInMetadata.")]
    [InlineData("BaseAddress", "http://", "not an absolute address. Write it as https://host/path.")]
    public async Task A_value_of_the_wrong_kind_that_is_too_short_for_a_key_is_shown(string key, string value, string problem) =>
        (await StartFailsAsync(("ApiKey", "sk_1"), (key, value))).ShouldBe($"{Path}:{key} is '{value}', which is {problem}");

    [Theory]
    [InlineData("99999999999")]
    [InlineData("-99999999999")]
    public async Task A_number_that_is_too_large_is_not_called_no_number(string value) =>
        (await StartFailsAsync(("ApiKey", "sk_1"), ("MaxAttempts", value))).ShouldBe(
            $"{Path}:MaxAttempts is not a number that this setting can hold. Use a smaller one. The value is not shown: it may be a key in the wrong place.");

    [Theory]
    [InlineData("unitedstates")]
    [InlineData(" UnitedStates ")]
    public async Task The_name_of_a_value_is_read_in_any_case(string region)
    {
        using IHost host = Host(("ApiKey", "sk_1"), ("Region", region));

        await host.StartAsync(TestContext.Current.CancellationToken);

        host.Services.GetRequiredService<IOptionsMonitor<FlexpriceOptions>>().Get("flexprice").Region.ShouldBe(FlexpriceRegion.UnitedStates);
    }

    [Fact]
    public async Task Everything_that_has_a_wrong_form_is_told_at_once() =>
        (await StartFailsAsync(("ApiKey", "sk_1"), ("TotalTimeout", "20"), ("Region", "Mars"), ("MaxAtempts", "2"))).ShouldBe(
            $"{Path}:TotalTimeout is '20', which .NET reads as 20 days. Write 00:00:20 for 20 seconds, or 20.00:00:00 for 20 days. "
            + $"{Path}:Region is 'Mars', which is not one of its values. Use India or UnitedStates. "
            + $"{Path}:MaxAtempts is an unknown setting. Check its spelling: settings are named like the properties of FlexpriceOptions.");

    [Fact]
    public async Task A_misspelt_setting_is_named_with_its_path_and_not_its_value() =>
        (await StartFailsAsync(("ApiKee", "sk_canary"))).ShouldBe(
            $"{Path}:ApiKee is an unknown setting. Check its spelling: settings are named like the properties of FlexpriceOptions.");

    [Fact]
    public async Task A_configuration_that_is_not_the_clients_own_is_told_in_a_few_sentences()
    {
        HostApplicationBuilder builder = new(new HostApplicationBuilderSettings { DisableDefaults = true });
        Settings settings = new();
        for (int i = 0; i < 20; i++)
        {
            settings.Root[$"VARIABLE_{i}"] = "canary";
        }

        builder.Services.AddFlexprice(settings.Root);
        using IHost host = builder.Build();

        OptionsValidationException failure = await Should.ThrowAsync<OptionsValidationException>(() => host.StartAsync(TestContext.Current.CancellationToken));
        failure.Message.Split("flexprice has an unknown setting.").Length.ShouldBe(6);
        failure.Message.ShouldEndWith("flexprice has 15 more. Pass the client's own section: configuration.GetSection(\"…\").");
        failure.Message.ShouldNotContain("canary");
    }

    [Fact]
    public async Task A_section_that_does_not_exist_is_named() =>
        (await StartFailsAsync()).ShouldBe(
            "The configuration section 'Billing:Flexprice' is missing or has no settings in it. There are no sections in 'Billing'."
            + " Check the name in GetSection(\"Billing:Flexprice\"), and that its source"
            + " (appsettings.json, user secrets, environment) was added. It needs ApiKey at least.");

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    public async Task No_key_is_told_with_where_to_keep_one(string? key) =>
        (await StartFailsAsync(("ApiKey", key), ("MaxAttempts", "2"))).ShouldBe(
            $"{Path}:ApiKey is missing. Set it, or ApiKeyProvider. If it comes from user secrets or the environment, check that it is set there;"
            + " do not keep it in the source.");

    [Theory]
    [InlineData("sk_canary\n")]
    [InlineData(" sk_canary")]
    [InlineData("sk_canaryü")]
    public async Task A_key_that_a_header_cannot_carry_is_told_without_showing_it(string key)
    {
        string message = await StartFailsAsync(("ApiKey", key));

        message.ShouldBe($"{Path}:ApiKey contains a space, a line break or another character that is not allowed in a header. Copy it again, without quotes, line breaks and the word Bearer.");
    }

    [Fact]
    public async Task A_key_of_the_wrong_kind_is_told_with_the_right_kind() =>
        (await StartFailsAsync(("ApiKey", "pk_canary"))).ShouldBe(
            $"{Path}:ApiKey is a publishable key (pk_…), which may not manage customers. Take a private key (sk_…) from Flexprice's dashboard.");

    [Fact]
    public void Options_in_code_are_named_by_their_class_and_client()
    {
        using ServiceProvider provider = new ServiceCollection().AddFlexprice("eu", static _ => { }).Services.BuildServiceProvider();

        Should.Throw<OptionsValidationException>(() => provider.GetRequiredKeyedService<ICustomerClient>("eu")).Message.ShouldStartWith(
            "FlexpriceOptions of 'eu':ApiKey is missing.");
    }

    [Fact]
    public async Task Two_keys_are_one_too_many()
    {
        HostApplicationBuilder builder = new(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Services.AddFlexprice(static options =>
        {
            options.ApiKey = "sk_1";
            options.ApiKeyProvider = static _ => new("sk_2");
        });
        using IHost host = builder.Build();

        (await Should.ThrowAsync<OptionsValidationException>(() => host.StartAsync(TestContext.Current.CancellationToken))).Message.ShouldBe(
            "FlexpriceOptions of 'flexprice': both ApiKey and ApiKeyProvider are set. Set one.");
    }

    private static IHost Host(params (string Key, string? Value)[] settings)
    {
        HostApplicationBuilder builder = new(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Services.AddFlexprice(new Settings(settings).Section);
        return builder.Build();
    }

    private static async Task<string> StartFailsAsync(params (string Key, string? Value)[] settings)
    {
        using IHost host = Host(settings);
        return (await Should.ThrowAsync<OptionsValidationException>(() => host.StartAsync(TestContext.Current.CancellationToken))).Message;
    }
}
