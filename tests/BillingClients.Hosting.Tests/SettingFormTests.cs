using System.Reflection;
using BillingClients.Providers;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BillingClients.Hosting.Tests;

/// <summary>
/// Every time and every enumeration among the settings of every provider has its <see cref="SettingFormat"/>: a bare number is refused. If this fails for a setting that
/// you added, return its format from <c>GetOwnFormats</c> of the options.
/// </summary>
public sealed class SettingFormTests
{
    public static TheoryData<string, string> Times => SettingsOf(static type => type == typeof(TimeSpan));

    public static TheoryData<string, string> Choices => SettingsOf(static type => type.IsEnum);

    [Theory]
    [MemberData(nameof(Times))]
    public void A_time_refuses_a_bare_number(string provider, string setting) =>
        FailureOf(provider, setting, "20").ShouldStartWith($"Billing:{setting} is '20', which .NET reads as 20 days. Write 00:00:20 for 20 seconds");

    [Theory]
    [MemberData(nameof(Choices))]
    public void A_choice_lists_its_values(string provider, string setting) =>
        FailureOf(provider, setting, "7").ShouldStartWith($"Billing:{setting} is '7', which is not one of its values. Use ");

    private static string FailureOf(string provider, string setting, string value)
    {
        IConfigurationRoot configuration = new ConfigurationBuilder().AddInMemoryCollection([new($"Billing:{setting}", value)]).Build();
        ServiceCollection services = new();
        DiscoveredProvider.Called(provider).Register(services, configuration.GetSection("Billing"));
        using ServiceProvider container = services.BuildServiceProvider();
        return Should.Throw<OptionsValidationException>(container.GetRequiredService<ICustomerClient>).Failures.First();
    }

    private static TheoryData<string, string> SettingsOf(Func<Type, bool> isWanted) =>
    [
        .. from provider in DiscoveredProvider.All
           from property in provider.OptionsType.GetProperties(BindingFlags.Public | BindingFlags.Instance)
           where property.SetMethod is { IsPublic: true } && isWanted(property.PropertyType)
           select (provider.Name, property.Name),
    ];
}
