using BillingClients.Core.Tests.Fixtures;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace BillingClients.Core.Tests.DependencyInjection;

/// <summary>Times in configuration that .NET reads as days: a number without a unit, and 24 hours or more.</summary>
public sealed class TimeFormatTests
{
    public static TheoryData<string> Times =>
        [.. typeof(ProviderOptions).GetProperties().Where(static property => property.PropertyType == typeof(TimeSpan)).Select(static property => property.Name)];

    [Theory]
    [InlineData("20", "is '20', which .NET reads as 20 days. Write 00:00:20 for 20 seconds, or 20.00:00:00 for 20 days.")]
    [InlineData(" 20 ", "is '20', which .NET reads as 20 days. Write 00:00:20 for 20 seconds, or 20.00:00:00 for 20 days.")]
    [InlineData("1", "is '1', which .NET reads as 1 day. Write 00:00:01 for 1 second, or 1.00:00:00 for 1 day.")]
    [InlineData("100", "is '100', which .NET reads as 100 days. Write 00:01:40 for 100 seconds.")]
    [InlineData("30000", "is '30000', which .NET reads as 30000 days. Write 00:00:30 for 30000 milliseconds, or 08:20:00 for 30000 seconds.")]
    [InlineData("1500", "is '1500', which .NET reads as 1500 days. Write 00:00:01.5 for 1500 milliseconds, or 00:25:00 for 1500 seconds.")]
    [InlineData("0", "is '0', a number without a unit. Write 00:00:00.")]
    [InlineData("-1", "is '-1', which .NET reads as -1 day. A time cannot be negative: write 00:00:20 for 20 seconds.")]
    [InlineData("99999999", "is '99999999', which is not a time. Write 00:00:20 for 20 seconds; hours go up to 23, minutes and seconds up to 59.")]
    public void A_number_without_a_unit_is_refused_with_the_form_to_use(string value, string message) =>
        Bound("TotalTimeout", value).Validate("Billing:Flexprice").ShouldBe([$"Billing:Flexprice:TotalTimeout {message}"]);

    [Theory]
    [InlineData("24:00:00", "is '24:00:00', which .NET reads as 24 days. Write 1.00:00:00 for 24 hours.")]
    [InlineData("100:20:00", "is '100:20:00', which .NET reads as 100 days. Write 4.04:20:00 for 100 hours.")]
    public void Hours_that_dotnet_reads_as_days_are_refused(string value, string message) =>
        Bound("ClockTolerance", value).Validate("Billing:Flexprice").ShouldBe([$"Billing:Flexprice:ClockTolerance {message}"]);

    [Fact]
    public void A_section_in_place_of_a_time_is_refused() => Bound("TotalTimeout:Seconds", "20").Validate("Billing:Flexprice").ShouldBe(
        ["Billing:Flexprice:TotalTimeout is a section, but it must be a value. Write it in one line."]);

    [Theory]
    [InlineData("totaltimeout", "20", "TotalTimeout is '20', which .NET reads as 20 days.")]
    [InlineData("REGION", "Mars", "Region is 'Mars', which is not one of its values.")]
    [InlineData("maxattempts", "four", "maxattempts is 'four', which is not a whole number.")]
    public void A_name_in_another_case_is_told_like_any_other(string setting, string value, string message) =>
        Bound(setting, value).Validate("Billing:Flexprice").ShouldHaveSingleItem().ShouldStartWith($"Billing:Flexprice:{message}");

    [Theory]
    [MemberData(nameof(Times))]
    public void Every_time_refuses_it(string setting) =>
        Bound(setting, "20").Validate("Billing:Flexprice").ShouldHaveSingleItem().ShouldStartWith($"Billing:Flexprice:{setting} is '20', which .NET reads as 20 days.");

    [Theory]
    [InlineData("00:00:20", 20)]
    [InlineData("1.00:00:00", 86_400)]
    [InlineData("1:00:00:00", 86_400)]
    [InlineData("23:00:00", 82_800)]
    [InlineData("00:00:20.5", 20)]
    [InlineData("00:01", 60)]
    public void A_time_with_a_unit_is_read(string value, int seconds) =>
        Bound("TotalTimeout", value).TotalTimeout.TotalSeconds.ShouldBe(seconds, tolerance: 0.5);

    [Fact]
    public async Task A_reload_that_brings_one_keeps_all_settings_and_is_logged()
    {
        await using SimulatedApp app = await SimulatedApp.StartAsync();
        Settings settings = app.Settings();
        await using ServiceProvider provider = app.Build(services => services.AddFlexprice(settings.Section));
        ICustomerClient client = provider.GetRequiredService<ICustomerClient>();

        settings.Change(("ApiKey", "sk_never_sent"), ("AttemptTimeout", "20"));
        await client.FindAsync(CustomerKey.FromExternalId("crm-1815"), cancellationToken: TestContext.Current.CancellationToken);

        app.LastKey.ShouldBe(app.Flexprice.ApiKey);
        app.Logs.Of(5).ShouldHaveSingleItem().Message.ShouldBe(
            "flexprice: the changed configuration is not valid, the one before stays in force. Billing:Flexprice:AttemptTimeout is '20', which .NET reads as 20 days."
            + " Write 00:00:20 for 20 seconds, or 20.00:00:00 for 20 days.");
    }

    // Bound by the registration; its message comes with the validation.
    private static FlexpriceOptions Bound(string setting, string value)
    {
        ServiceCollection services = new();
        services.AddFlexprice(new Settings(("ApiKey", "sk_1"), (setting, value)).Section);
        services.RemoveAll<IValidateOptions<FlexpriceOptions>>();
        using ServiceProvider provider = services.BuildServiceProvider();
        return provider.GetRequiredService<IOptionsMonitor<FlexpriceOptions>>().Get("flexprice");
    }
}
